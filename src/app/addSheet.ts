/** Adds a style sheet once and waits for it; one that cannot be had leaves a page that is plain but works. */
export function addSheet(page: Document, address: string): Promise<void> {
  if (page.querySelector(`link[href="${CSS.escape(address)}"][rel="stylesheet"]`)) return Promise.resolve();
  return new Promise((resolve) => {
    const link = page.createElement('link');
    link.rel = 'stylesheet';
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    link.href = address;
    page.head.append(link);
  });
}
