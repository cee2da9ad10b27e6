/**
 * What a telephone is told to dial: digits, the signs of a keypad and pauses, whatever stood between them.
 * Parameters of the address are for whoever dials by hand.
 */
export function telAddress(number: string): string {
  const [digits = ''] = number.split(';', 1);
  return `tel:${digits.replaceAll(/[^\d+*#,]/g, '')}`;
}
