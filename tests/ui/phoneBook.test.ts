import { expect, test } from 'vitest';
import { guessCountry } from '../../src/ui/form/guessCountry.ts';
import { checkNumber, countriesIn, countryOf, spaced } from '../../src/ui/form/phoneBook.ts';

test.each([
  ['412 34 567', 'NO', '+4741234567'],
  ['  (202) 555-0143 ', 'US', '+12025550143'],
  ['030 12345678', 'DE', '+493012345678'],
  ['+47 412 34 567', 'US', '+4741234567'],
  ['0047 412 34 567', 'DE', '+4741234567'],
  // whoever comes from elsewhere dials as they do at home
  ['0047 412 34 567', 'US', '+4741234567'],
  ['tel:+47-412-34-567', 'US', '+4741234567'],
  ['٤١٢٣٤٥٦٧', 'NO', '+4741234567'],
])('%s in %s is %s', (text, country, e164) => {
  expect(checkNumber(text, country)).toEqual({ isGood: true, e164 });
});

test.each([
  ['', 'NO', 'numberMissing'],
  ['call me', 'NO', 'numberMissing'],
  ['412', 'NO', 'numberShort'],
  ['412 34 567 890 12', 'NO', 'numberLong'],
  ['012 345 6789', 'US', 'numberWrong'],
  ['+999 123 456 789', 'NO', 'numberWrong'],
])('%j in %s is wrong: %s', (text, country, mistake) => {
  expect(checkNumber(text, country)).toEqual({ isGood: false, mistake });
});

test('a number that names its country is believed, one that does not is in the country that was chosen', () => {
  expect(countryOf('+47 412 34 567', 'US')).toBe('NO');
  expect(countryOf('0047 412 34 567', 'US')).toBe('NO');
  expect(countryOf('412 34 567', 'NO')).toBe('NO');
  expect(countryOf('', 'DE')).toBe('DE');
});

test('numbers are written for reading, and what is none stays as it is', () => {
  expect(spaced('+4741234567')).toBe('+47 41 23 45 67');
  expect(spaced('ask Ana')).toBe('ask Ana');
});

test('countries are in the order of the language that names them', () => {
  const names = countriesIn('de').map(({ name }) => name);
  expect(names).toContain('Norwegen');
  expect(names).toEqual(names.toSorted(new Intl.Collator('de').compare));
});

test.each([
  [['nb-NO', 'nb', 'en'], 'en', 'NO'],
  [['en-GB', 'en'], 'en-GB', 'GB'],
  [['en-US', 'en'], 'de', 'DE'],
  [['de'], 'de', 'DE'],
  [['en'], 'en', 'US'],
  [[], 'en', 'US'],
  [['x-y-zzzzzzzzzzz'], 'de', 'DE'],
])('languages %j on a page in %s are likely in %s', (languages, page, country) => {
  expect(guessCountry(languages, page)).toBe(country);
});
