/** Control characters other than line break and tab, and marks that turn the direction of all that follows. */
const UNSEEN = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/** A text without what nobody sees: in a file it would reach into the words around it. */
export function legible(text: string): string {
  return text.replaceAll(UNSEEN, '');
}
