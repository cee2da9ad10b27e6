/** Signs that mean something anywhere, and those that do at the beginning of a line: most texts have none. */
const SIGN = /[*_`~[\\]|^ {0,3}(?:>|(?:[-+]|#{1,6}|\d{1,9}[.)])[ \t])/m;

/** Whether what reads Markdown, which is many times as large as any text, could find something in this one. */
export function mayHoldMarkdown(text: string): boolean {
  return SIGN.test(text);
}
