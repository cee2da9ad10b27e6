import type { en } from './messages/en.ts';

/** A text that depends on how many; chosen by the value `count`. */
export type Plural = Readonly<{ one: string; other: string }>;

type English = typeof en;
export type MessageKey = keyof English;

/** All texts of one language: a key that is missing, or not a plural where it must be, is a type error. */
export type Catalogue = Readonly<{ [Key in MessageKey]: English[Key] extends string ? string : Plural }>;

type PlaceholdersIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;
type TextsOf<Message> = Message extends { other: infer Text } ? Text : Message;

/** The values a text needs, read from its English wording. */
export type ValuesOf<Key extends MessageKey> = [PlaceholdersIn<TextsOf<English[Key]>>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersIn<TextsOf<English[Key]>>, string | number>>];
