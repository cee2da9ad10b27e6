import type { Conversation, SavedLine } from './savedLines.ts';

/** As a page of its own. Built as a document that is never shown: texts stay texts. */
export function savedWebPage({ t, title, reference }: Conversation, lines: readonly SavedLine[]): string {
  const page = document.implementation.createHTMLDocument(t('saved.heading', { title }));
  page.documentElement.lang = t.locale;
  page.head.prepend(element(page, 'meta', '', { charset: 'utf-8' }));
  page.head.append(
    element(page, 'meta', '', { name: 'viewport', content: 'width=device-width' }),
    element(page, 'meta', '', { name: 'color-scheme', content: 'light dark' }),
  );
  const main = element(page, 'main', '');
  main.append(element(page, 'h1', t('saved.heading', { title })));
  if (reference !== '') main.append(element(page, 'p', t('reference', { reference })));
  const list = element(page, 'dl', '');
  for (const line of lines) list.append(...lineElements(page, t, line));
  main.append(list);
  page.body.append(main);
  return new XMLSerializer().serializeToString(page);
}

function lineElements(
  page: Document,
  t: Conversation['t'],
  { at, speaker, text, note }: SavedLine,
): HTMLElement[] {
  const head = element(page, 'dt', '');
  if (speaker !== null) head.append(element(page, 'bdi', speaker), ' ');
  if (at !== null)
    head.append(element(page, 'time', t.dateTime(at), { datetime: new Date(at).toISOString() }));
  if (note !== null) head.append(` (${note})`);
  return [head, element(page, 'dd', text, { dir: 'auto' })];
}

function element(
  page: Document,
  name: string,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const made = page.createElement(name);
  made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
