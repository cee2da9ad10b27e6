import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNumbers, maskNumbers } from '../../src/ui/numbers/findNumbers.ts';
import { mayHoldNumber } from '../../src/ui/numbers/mayHoldNumber.ts';

const found = (text: string) =>
  findNumbers(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

// test numbers that the networks and SWIFT publish
describe('numbers that are better not sent', () => {
  test.each([
    ['4111111111111111', 'card'],
    ['4111 1111 1111 1111', 'card'],
    ['4111-1111-1111-1111', 'card'],
    ['5555 5555 5555 4444', 'card'],
    ['2223003122003222', 'card'],
    ['3782 822463 10005', 'card'],
    ['30569309025904', 'card'],
    ['3530111333300000', 'card'],
    ['6011000990139424', 'card'],
    ['4222222222222', 'card'],
    ['DE89 3704 0044 0532 0130 00', 'iban'],
    ['de89370400440532013000', 'iban'],
    ['GB82 WEST 1234 5698 7654 32', 'iban'],
    ['NO93 8601 1117 947', 'iban'],
    ['NL91-ABNA-0417-1643-00', 'iban'],
    ['FR14 2004 1010 0505 0001 3M02 606', 'iban'],
    ['MT84 MALT 0110 0001 2345 MTLC AST0 01S', 'iban'],
  ])('%s is found wherever it stands', (number, kind) => {
    for (const text of [
      number,
      `My number is ${number}.`,
      `(${number})`,
      `Take ${number} please`,
      `No:${number}!`,
    ]) {
      expect(found(text)).toEqual([`${kind} ${number}`]);
      expect(mayHoldNumber(text)).toBe(true);
    }
  });

  test('are found side by side', () => {
    expect(found('4111111111111111, or DE89 3704 0044 0532 0130 00')).toEqual([
      'card 4111111111111111',
      'iban DE89 3704 0044 0532 0130 00',
    ]);
  });
});

describe('numbers that are not', () => {
  test.each([
    ['one digit is wrong', '4111 1111 1111 1112'],
    ['the check digits are wrong', 'DE88 3704 0044 0532 0130 00'],
    ['an order', 'Order 100-2938475-1029384'],
    ['an order that passes Luhn', 'order 1000000000000008'],
    ['an order with letters', 'ORD4111111111111111'],
    ['a part number', '#4111111111111111'],
    ['an invoice with a year', 'invoice 2026/4111111111111111'],
    ['a telephone number', 'call +47 412 34 567 or 0049 30 123456789'],
    ['a telephone number in one piece', '+4915112345678901'],
    ['two telephone numbers', '412 34 567 987 65 432'],
    ['a tracking id', '1Z999AA10123456784'],
    ['a tracking id of digits', '9400 1000 0000 0000 0000 00'],
    ['a parcel', '00340434161094042557'],
    ['a serial number of a SIM', '8947080037120123456'],
    ['a phone’s IMEI', '490154203237518'],
    ['a time in milliseconds', '1767355200000'],
    ['a date and time', '2026-01-02 12:00:00.000'],
    ['an EAN', '4006381333931'],
    ['a UUID', '41111111-1111-4111-8111-111111111111'],
    ['an amount', '4.111.111.111.111.111,00'],
    ['all the same digits', '4444444444444444'],
    ['odd groups', '41 1111 1111 1111 11'],
    ['a country without such numbers', 'US64 SVBK US6S 3300 9586 73'],
    ['a word', 'DE89 is where we live, in number 370400440532013000x'],
    ['a customer number', 'Kundennummer 4711 0815 1234 5678'],
  ])('%s is left alone', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('a text without ten digits is not even looked at', () => {
    expect(['', 'Hello', 'I pay 123 456 789'].filter(mayHoldNumber)).toEqual([]);
  });

  test('are passed over in no more time than the text is long', () => {
    for (const piece of ['4', '4 ', '4-', 'DE89', 'DE89 ', '4a', '41 1']) {
      expect(findNumbers(piece.repeat(50_000))).toBeInstanceOf(Array);
    }
  });
});

describe('what is covered', () => {
  test('keeps the last four characters and everything around it', () => {
    const text = 'Card 4111 1111 1111 1111, account NO93 8601 1117 947!';
    expect(maskNumbers(text, findNumbers(text))).toBe(
      'Card •••• •••• •••• 1111, account •••• •••• •••• 947!',
    );
  });

  test('is found no more', () => {
    const card = fc.constantFrom(
      '4111111111111111',
      '5555 5555 5555 4444',
      'DE89370400440532013000',
      'and',
      'x',
    );
    fc.assert(
      fc.property(fc.array(card, { maxLength: 6 }), (words) => {
        const text = words.join(', ');
        expect(findNumbers(maskNumbers(text, findNumbers(text)))).toEqual([]);
      }),
    );
  });
});
