import type * as phoneBook from './phoneBook.ts';

type PhoneBook = typeof phoneBook;

let asked: Promise<PhoneBook> | null = null;
let spacing: Promise<PhoneBook['spaced']> | null = null;

/** What is known of the numbers of all countries: large, so it comes with the first form that asks for one. */
export function loadPhoneBook(): Promise<PhoneBook> {
  asked ??= import('./phoneBook.ts');
  return asked;
}

/** How a number is written for reading. A nicety: without the book it stays as it is. */
export function loadSpacing(): Promise<PhoneBook['spaced']> {
  spacing ??= loadPhoneBook().then(
    ({ spaced }) => spaced,
    () => (number) => number,
  );
  return spacing;
}
