/** What every answer of GMS is when it is well: a JSON object whose fields are still to be read. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Arrays and null are none. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value that JSON text stands for; undefined when it is none. The parser's message quotes the text: dropped. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The value at the end of a path of keys, or undefined. Parts may be JSON text of an object, as Chat API v2 sends
 * some of its event attributes. Source: protocol/gms-chat.md §5.2, §5.4.
 */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((part, key) => {
    const object = typeof part === 'string' ? parseJson(part) : part;
    return isJsonObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
  }, value);
}
