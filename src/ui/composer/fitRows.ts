const MOST_ROWS = 5;

/** Grows the field with its text, in browsers whose style sheets cannot (`field-sizing`). */
export function fitRows(textarea: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  textarea.rows = 1;
  while (textarea.rows < MOST_ROWS && textarea.scrollHeight > textarea.clientHeight) textarea.rows += 1;
}
