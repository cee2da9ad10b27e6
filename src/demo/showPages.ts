/** Plans, Phones and Support are pages of the shop: one is shown, `onPage` is told of each. */
export function showPages(page: Window, onPage: () => void): void {
  const sections = [...page.document.querySelectorAll<HTMLElement>('[data-page]')];
  const links = [...page.document.querySelectorAll<HTMLAnchorElement>('nav a')];

  function show(shown: HTMLElement): void {
    for (const section of sections) section.hidden = section !== shown;
    for (const link of links) {
      if (link.hash === `#${shown.dataset['page']}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    page.document.title = `${shown.querySelector('h1')?.textContent} · Northwind Mobile`;
    onPage();
  }

  const named = (): HTMLElement | undefined =>
    sections.find(({ dataset }) => `#${dataset['page']}` === page.location.hash);

  page.addEventListener('hashchange', () => {
    const next = named();
    // other names, such as the one of the skip link, are places on the page
    if (next) show(next);
  });
  const first = named() ?? sections[0];
  if (first) show(first);
}
