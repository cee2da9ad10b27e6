import type { CountryCode, PhoneNumber } from 'libphonenumber-js/min';
import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min';

export type NumberMistake = 'numberMissing' | 'numberShort' | 'numberLong' | 'numberWrong';

export type CheckedNumber =
  | Readonly<{ isGood: true; e164: string }>
  | Readonly<{ isGood: false; mistake: NumberMistake }>;

export type Country = Readonly<{ code: string; name: string; callingCode: string }>;

/** A number as it was typed or pasted, in the country it is in unless it names one itself. */
export function checkNumber(text: string, country: string): CheckedNumber {
  if (!/\p{N}/u.test(text)) return { isGood: false, mistake: 'numberMissing' };
  const home = countryCode(country);
  const number = read(text, home);
  if (number?.isValid()) return { isGood: true, e164: number.number };
  return { isGood: false, mistake: mistakeIn(text, home) };
}

/** The country a number names by itself, once so much of it is there; else the one that was chosen. */
export function countryOf(text: string, chosen: string): string {
  return read(text, countryCode(chosen))?.country ?? chosen;
}

/** With spaces and country code, for reading. What is no number stays as it is. */
export function spaced(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

/** All countries that have numbers, by their name in that language. */
export function countriesIn(locale: string): readonly Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const order = new Intl.Collator(locale);
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code, callingCode: getCountryCallingCode(code) }))
    .toSorted((one, other) => order.compare(one.name, other.name));
}

/** Most of the world dials `00` where a `+` is written; where one does not, it begins no number of its own. */
function read(text: string, home: CountryCode): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(text, home);
  const foreign = number?.isValid() ? null : /^\s*00(?=\d)/.exec(text);
  return foreign ? parsePhoneNumberFromString(`+${text.slice(foreign[0].length)}`, home) : number;
}

function mistakeIn(text: string, country: CountryCode): NumberMistake {
  switch (validatePhoneNumberLength(text, country)) {
    case 'TOO_SHORT':
      return 'numberShort';
    case 'TOO_LONG':
      return 'numberLong';
    default:
      return 'numberWrong';
  }
}

function countryCode(country: string): CountryCode {
  return isSupportedCountry(country) ? country : 'US';
}
