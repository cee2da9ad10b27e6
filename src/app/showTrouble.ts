/**
 * The last resort, without React: a part of the page could not be loaded, most likely because a new version
 * was put online meanwhile. What was typed stays in the composer and in the record.
 */
export function showTrouble(page: Document): void {
  setHidden(page, false);
}

/** The code of the page has come: until then the style sheet alone keeps the time. */
export function hideTrouble(page: Document): void {
  setHidden(page, true);
}

function setHidden(page: Document, isHidden: boolean): void {
  const trouble = page.getElementById('trouble');
  trouble?.removeAttribute('data-until-started');
  trouble?.toggleAttribute('hidden', isHidden);
}
