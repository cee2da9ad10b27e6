import { make } from './make.ts';

/** Answers `?decline`: long enough to be seen. */
const DECLINE_AFTER_MS = 2500;

/** What can be different, by its name in the address. */
const VARIANTS = new Map([
  ['', 'As it should be'],
  ['decline', 'A visitor who declines'],
  ['blocked-popup', 'A browser that blocks popups'],
  ['slow-tracker', 'A tracker that comes late'],
  ['no-tracker', 'A tracker that never comes'],
]);

/** Plays the variant of the address, as far as it is the browser's or the visitor's. */
export function playVariant(): void {
  const asked = new URL(location.href).searchParams;
  if (asked.has('blocked-popup')) window.open = () => null;
  if (asked.has('decline')) {
    window._gt ??= [];
    window._gt.push(['on', 'notificationMessage', () => void setTimeout(decline, DECLINE_AFTER_MS)]);
  }
  // a variant goes along from page to page
  for (const link of document.querySelectorAll<HTMLAnchorElement>('header a')) link.search = location.search;
}

/** The choice of a variant: each begins the story anew. */
export function variantChoice(): HTMLElement {
  const select = make('select', '');
  select.append(...[...VARIANTS].map(([name, label]) => new Option(label, name)));
  select.value = [...VARIANTS.keys()].find((name) => location.search === `?${name}`) ?? '';
  select.addEventListener('change', () => beginAnew(select.value));
  return make('label', '', 'Variant ', select);
}

/** A new visitor comes to the first page. */
export function beginAnew(variant = location.search.slice(1)): void {
  // the last one to hear that the page goes: what the others have just stored is of the old visit
  addEventListener('pagehide', () => sessionStorage.clear());
  const start = new URL('./shop.html', location.href);
  start.search = variant;
  location.assign(start);
}

/** Escape is what a visitor would press. */
function decline(): void {
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
}
