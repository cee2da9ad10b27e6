/** No card and no account has fewer digits: a text without so many needs no closer look. */
const FEWEST_DIGITS = 10;

export function mayHoldNumber(text: string): boolean {
  return text.replaceAll(/\D/g, '').length >= FEWEST_DIGITS;
}
