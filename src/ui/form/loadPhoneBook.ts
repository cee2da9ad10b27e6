import type * as phoneBook from './phoneBook.ts';

type PhoneBook = typeof phoneBook;

let asked: Promise<PhoneBook> | null = null;

/** What is known of the numbers of all countries: large, so it comes with the first form that asks for one. */
export function loadPhoneBook(): Promise<PhoneBook> {
  asked ??= import('./phoneBook.ts');
  return asked;
}
