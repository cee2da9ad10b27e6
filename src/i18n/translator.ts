import type { Catalogue, MessageKey, Plural, ValuesOf } from './catalogue.ts';

/** A piece of a sentence: our words, or a value put into them (which a view isolates: names have their own direction). */
export type Part = Readonly<{ text: string; isValue: boolean }>;

/** The words of the console in the visitor's language, times in their own zone. */
export interface Translator {
  <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): string;
  parts<Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): readonly Part[];
  /** ms since the epoch, as hours and minutes */
  time(ms: number): string;
  dateTime(ms: number): string;
  /** the day, for a line between two days */
  day(ms: number): string;
  number(value: number): string;
  readonly locale: string;
}

type Options = Readonly<{
  /** language of the words, BCP 47 */
  locale: string;
  messages: Catalogue;
  /** own wording by key; a text for a key with two forms is taken for both */
  overrides?: Readonly<Record<string, string>>;
  /** how times and numbers are written, when it differs from the language: `en-GB` */
  region?: string;
}>;

type Values = Readonly<Record<string, string | number>>;

export function createTranslator({ locale, messages, overrides = {}, region = locale }: Options): Translator {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(region);
  const times = new Intl.DateTimeFormat(region, { timeStyle: 'short' });
  const dateTimes = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(region, { weekday: 'long', day: 'numeric', month: 'long' });

  function textOf(key: MessageKey, values: Values): string {
    const message: string | Plural = (Object.hasOwn(overrides, key) && overrides[key]) || messages[key];
    if (typeof message === 'string') return message;
    return plurals.select(Number(values['count'])) === 'one' ? message.one : message.other;
  }

  function parts(key: MessageKey, values: Values = {}): readonly Part[] {
    return textOf(key, values)
      .split(PLACEHOLDER)
      .map((text, place) => ({
        text: place % 2 === 0 ? text : shown(values[text]),
        isValue: place % 2 === 1,
      }))
      .filter((part) => part.text !== '');
  }

  function shown(value: string | number | undefined): string {
    return typeof value === 'number' ? numbers.format(value) : (value ?? '');
  }

  function translate(key: MessageKey, values?: Values): string {
    return parts(key, values)
      .map((part) => part.text)
      .join('');
  }

  return Object.assign(translate, {
    parts,
    time: (ms: number) => times.format(ms),
    dateTime: (ms: number) => dateTimes.format(ms),
    day: (ms: number) => days.format(ms),
    number: (value: number) => numbers.format(value),
    locale,
  });
}

/** Splits a text so that every second piece is the name of a placeholder. */
const PLACEHOLDER = /\{(\w+)\}/;

/** Keys of own wording that no text has: a spelling mistake of whoever set the page up. */
export function unknownTexts(overrides: Readonly<Record<string, string>>, messages: Catalogue): string[] {
  return Object.keys(overrides).filter((key) => !Object.hasOwn(messages, key));
}
