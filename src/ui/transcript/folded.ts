/** Longer messages are folded … */
const LONG = 2000;
/** … to about this many characters. */
const SHOWN = 600;

export function isFoldable(text: string): boolean {
  return text.length > LONG;
}

/** The beginning of a long text, cut between characters and, where there is one near, between words. */
export function folded(text: string): string {
  const beginning = Array.from(text.slice(0, SHOWN)).slice(0, -1).join('');
  const space = beginning.lastIndexOf(' ');
  return `${space > SHOWN / 2 ? beginning.slice(0, space) : beginning}…`;
}
