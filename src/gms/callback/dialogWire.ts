import * as v from 'valibot';
import { isJsonObject } from '../jsonObject.ts';
import * as lenient from '../lenient.ts';

/** A dialog object, and what other services answer to a start. Source: protocol/gms-callback.md §2.8, §2.9, §4.1. */
const dialogSchema = v.object({
  _id: lenient.label,
  id: lenient.label,
  _action: lenient.text,
  _label: lenient.text,
  _text: lenient.text,
  _ok_title: lenient.text,
  _tel_url: lenient.text,
  _content: lenient.rows,
  _start_chat_url: lenient.text,
  '_chatIxnAPI-CREATE-URL': lenient.text,
  _chat_parameters: v.optional(v.unknown()),
  _access_number: lenient.label,
  _access_code: lenient.label,
  /** seconds, we assume */
  _expiration_time: lenient.count,
});

const groupSchema = v.object({ _group_name: lenient.text, _group_content: lenient.rows });

const choiceSchema = v.object({ _label: lenient.text, _user_action_url: lenient.text });

export type Dialog = Readonly<v.InferOutput<typeof dialogSchema>>;

/** Reads the body of an answer; never throws. */
export function readDialog(body: unknown): Dialog {
  return v.parse(dialogSchema, readable(body));
}

/** Reads one of `_content`; never throws. */
export function readMenuGroup(row: unknown): v.InferOutput<typeof groupSchema> {
  return v.parse(groupSchema, readable(row));
}

/** Reads one of `_group_content`; never throws. */
export function readMenuChoice(row: unknown): v.InferOutput<typeof choiceSchema> {
  return v.parse(choiceSchema, readable(row));
}

/** Some servers' samples spell the keys `_okTitle`: read as `_ok_title`, unless that is there too. Source: §7.7. */
function readable(value: unknown): object {
  if (!isJsonObject(value)) return {};
  const renamed = Object.entries(value).map(([key, field]) => [snakeCase(key), field] as const);
  return { ...Object.fromEntries(renamed), ...value };
}

function snakeCase(key: string): string {
  return /^_[a-zA-Z]+$/.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key;
}
