import type {
  AnyKey,
  CallCatalogue,
  CallKey,
  Catalogue,
  ExtraCatalogue,
  ExtraKey,
  MessageKey,
  ValuesOf,
  Words,
} from './catalogue.ts';
import type { Locale } from './pickLocale.ts';

/** A piece of a sentence: our words, or a value put into them (which a view isolates: names have their own direction). */
export type Part = Readonly<{ text: string; isValue: boolean }>;

/** The words of the console in the visitor's language, times in their own zone. */
export interface Translator<Known extends AnyKey = MessageKey> {
  <Key extends Known>(key: Key, ...values: ValuesOf<Key>): string;
  parts<Key extends Known>(key: Key, ...values: ValuesOf<Key>): readonly Part[];
  /** ms since the epoch, as hours and minutes */
  time(ms: number): string;
  dateTime(ms: number): string;
  /** the day, for a line between two days */
  day(ms: number): string;
  /** the day with few letters: `Tue 24 Nov` */
  shortDay(ms: number): string;
  number(value: number): string;
  /** language of the words */
  readonly locale: Locale;
  /** how times and numbers are written: `en-GB` */
  readonly region: string;
  /** The same, with the words of the screens that come on demand. */
  withCalls(messages: CallCatalogue): CallTranslator;
  /** The same, with the words of what a chat may do besides texts. */
  withExtras(messages: ExtraCatalogue): ExtraTranslator;
}

export type CallTranslator = Translator<MessageKey | CallKey>;
export type ExtraTranslator = Translator<MessageKey | ExtraKey>;

type Options = Readonly<{
  /** language of the words */
  locale: Locale;
  messages: Catalogue;
  /** own wording by key; a text for a key with two forms is taken for both */
  overrides?: Readonly<Record<string, string>>;
  /** how times and numbers are written, when it differs from the language: `en-GB` */
  region?: string;
}>;

type Values = Readonly<Record<string, string | number>>;

export function createTranslator(options: Options): Translator {
  return translatorWith(options, options.messages);
}

function translatorWith(options: Options, messages: Words): Translator<AnyKey> {
  const { locale, overrides = {}, region = locale } = options;
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(region);
  const times = new Intl.DateTimeFormat(region, { timeStyle: 'short' });
  const dateTimes = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(region, { weekday: 'long', day: 'numeric', month: 'long' });
  const shortDays = new Intl.DateTimeFormat(region, { weekday: 'short', day: 'numeric', month: 'short' });

  function textOf(key: AnyKey, values: Values): string {
    const message = (Object.hasOwn(overrides, key) && overrides[key]) || messages[key];
    if (message === undefined || typeof message === 'string') return message ?? '';
    return plurals.select(Number(values['count'])) === 'one' ? message.one : message.other;
  }

  function parts(key: AnyKey, values: Values = {}): readonly Part[] {
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

  function translate(key: AnyKey, values?: Values): string {
    return parts(key, values)
      .map((part) => part.text)
      .join('');
  }

  const withMore = (more: Words) => translatorWith(options, { ...messages, ...more });

  return Object.assign(translate, {
    parts,
    time: (ms: number) => times.format(ms),
    dateTime: (ms: number) => dateTimes.format(ms),
    day: (ms: number) => days.format(ms),
    shortDay: (ms: number) => shortDays.format(ms),
    number: (value: number) => numbers.format(value),
    locale,
    region,
    withCalls: withMore,
    withExtras: withMore,
  });
}

/** Splits a text so that every second piece is the name of a placeholder. */
const PLACEHOLDER = /\{(\w+)\}/;

/** Keys of own wording that no text has: a spelling mistake of whoever set the page up. */
export function unknownTexts(overrides: Readonly<Record<string, string>>, messages: Words): string[] {
  return Object.keys(overrides).filter((key) => !Object.hasOwn(messages, key));
}
