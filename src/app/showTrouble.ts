/**
 * The last resort, without React: a part of the page could not be loaded, most likely because a new version
 * was put online meanwhile. What was typed stays in the composer and in the record.
 */
export function showTrouble(page: Document): void {
  page.getElementById('trouble')?.removeAttribute('hidden');
}
