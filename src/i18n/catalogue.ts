import type { callsEn } from './messages/callsEn.ts';
import type { extrasEn } from './messages/extrasEn.ts';
import type { en } from './messages/en.ts';

/** A text that depends on how many; chosen by the value `count`. */
type Plural = Readonly<{ one: string; other: string }>;

/** Texts by key, of whatever part of the console. */
export type Words = Readonly<Record<string, string | Plural>>;

type English = typeof en & typeof callsEn & typeof extrasEn;
/** Words that are always at hand. */
export type MessageKey = keyof typeof en;
/** Words of the screens that come on demand: forms, dialogs, calls. */
export type CallKey = keyof typeof callsEn;
/** Words of what a chat may do besides texts: rich messages, emoji, numbers that are better not sent. */
export type ExtraKey = keyof typeof extrasEn;
export type AnyKey = MessageKey | CallKey | ExtraKey;

/** Texts of one language: a key that is missing, or not a plural where it must be, is a type error. */
type InEveryLanguage<Texts> = Readonly<{ [Key in keyof Texts]: Texts[Key] extends string ? string : Plural }>;
export type Catalogue = InEveryLanguage<typeof en>;
export type CallCatalogue = InEveryLanguage<typeof callsEn>;
export type ExtraCatalogue = InEveryLanguage<typeof extrasEn>;

type PlaceholdersIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;
type TextsOf<Message> = Message extends { other: infer Text } ? Text : Message;

/** The values a text needs, read from its English wording. */
export type ValuesOf<Key extends AnyKey> = [PlaceholdersIn<TextsOf<English[Key]>>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersIn<TextsOf<English[Key]>>, string | number>>];
