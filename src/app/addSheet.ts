/**
 * Adds a style sheet that came inside a module: no request of its own, and nothing that the page's policy has to allow.
 * Added once, however often it is asked for.
 */
export function addSheet(page: Document, css: string): void {
  if (added.has(css)) return;
  added.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

const added = new Set<string>();
