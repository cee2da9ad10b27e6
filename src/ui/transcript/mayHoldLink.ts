/** Every link has one of these inside a word: a text without them needs no closer look, and most have none. */
const HINT = /\S[.:@]\S/;

export function mayHoldLink(text: string): boolean {
  return HINT.test(text);
}
