/** What a telephone is told to dial: digits and the signs of a keypad, whatever stood between them. */
export function telAddress(number: string): string {
  return `tel:${number.replaceAll(/[^\d+*#]/g, '')}`;
}
