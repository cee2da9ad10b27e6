import { IBAN_LENGTHS } from './ibanLengths.ts';

/** A number of a card or an account, and where in the text it stands. */
export type FoundNumber = Readonly<{ kind: 'card' | 'iban'; start: number; end: number }>;

/**
 * Numbers that strangers could use: cards by their beginning, their length and their check digit (Luhn), accounts by
 * their country, its length and their check digits (ISO 13616, mod 97). What only looks similar, an order or a phone
 * number, has one chance in ten or a hundred to pass one of these tests and next to none to pass all of them.
 */
export function findNumbers(text: string): readonly FoundNumber[] {
  const ibans = [...text.matchAll(IBAN)].flatMap((match) => ibanAt(match[0], match.index));
  const cards = [...text.matchAll(DIGITS)].flatMap((match) => cardAt(match[0], match.index));
  const isInIban = (card: FoundNumber) =>
    ibans.some(({ start, end }) => card.start < end && card.end > start);
  return [...ibans, ...cards.filter((card) => !isInIban(card))].toSorted(
    (one, other) => one.start - other.start,
  );
}

/** Covers all but the last four characters: enough to recognise it, too little to use it. */
export function maskNumbers(text: string, found: readonly FoundNumber[]): string {
  return found.reduceRight((masked, { start, end }) => {
    const number = masked.slice(start, end);
    const covered = number.slice(0, -4).replaceAll(/[\dA-Za-z]/g, '•');
    return masked.slice(0, start) + covered + number.slice(-4) + masked.slice(end);
  }, text);
}

/** One or no separator between digits, the same all the way; not part of a longer word or number. */
const DIGITS =
  /(?<![\p{L}\d.,+/#_-])\d(?:\d{12,18}|(?:[ ]?\d){12,18}|(?:-?\d){12,18})(?![\p{L}\d_]|[-.,/]\d)/gu;
const IBAN = /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ -]?[A-Z\d]){11,30}(?![\p{L}\d])/giu;

/** Beginnings of the networks that are in use, with their lengths. Source: ISO/IEC 7812 ranges as published by them. */
const NETWORKS: readonly (readonly [beginning: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[689])/, [14, 16, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^6(?:011|4[4-9]|5)/, [16, 19]],
  [/^62/, [16, 17, 18, 19]],
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [13, 14, 15, 16, 17, 18, 19]],
];

function cardAt(written: string, start: number): readonly FoundNumber[] {
  const digits = written.replaceAll(/\D/g, '');
  const isKnown = NETWORKS.some(
    ([beginning, lengths]) => beginning.test(digits) && lengths.includes(digits.length),
  );
  const isOneDigit = /^(\d)\1*$/.test(digits);
  return isKnown && !isOneDigit && isLuhn(digits) && isGrouped(written)
    ? [{ kind: 'card', start, end: start + written.length }]
    : [];
}

/** Cards are written in one piece, or in groups of three to six: "4111 1111 1111 1111", "3782 822463 10005". */
function isGrouped(written: string): boolean {
  const groups = written.split(/[ -]/);
  return groups.length === 1 || groups.every(({ length }) => length >= 3 && length <= 6);
}

function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The words that follow may have been taken for a part of it: the length of its country decides where it ends. */
function ibanAt(written: string, start: number): readonly FoundNumber[] {
  const length = IBAN_LENGTHS.get(written.slice(0, 2).toUpperCase());
  if (length === undefined) return [];
  let end = 0;
  for (let count = 0; end < written.length && count < length; end += 1) {
    if (/[A-Z\d]/i.test(written[end] ?? '')) count += 1;
  }
  const iban = written.slice(0, end).replaceAll(/[ -]/g, '').toUpperCase();
  const isWhole = iban.length === length && !/^[A-Z\d]/i.test(written.slice(end));
  return isWhole && isMod97(iban) ? [{ kind: 'iban', start, end: start + end }] : [];
}

function isMod97(iban: string): boolean {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest === 1;
}
