import { Code, isObject, isScalar } from './readLiteral.mjs';

/** @typedef {import('./readLiteral.mjs').Literal} Literal */
/** @typedef {'taken over' | 'translated' | 'not needed' | 'not possible'} Fate */
/** @typedef {Readonly<{ option: string, fate: Fate, note: string }>} Row */

/** What an option cannot become, in words; ends as a row of the table. */
export class NotPossible extends Error {}

/** What is being written: a config.json, and what the host page will say. */
export class Draft {
  /** @type {{ [key: string]: unknown }} */
  config = {};
  /** options of `GmsChat.invite` on the host page @type {{ [key: string]: string | number }} */
  invitation = {};
  /** whether the page wants no wait to be told, whatever queue it names */
  tellsNoWait = false;
  /** scenarios the address may not ask for @type {Set<string>} */
  forbidden = new Set();

  /**
   * @param {string} path such as `chat.pollIntervalMin`
   * @param {unknown} value
   */
  set(path, value) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let target = this.config;
    for (const name of names) target = childOf(target, name);
    const before = target[last];
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(value))
      throw new NotPossible(`another option has set "${path}" to something else: choose one by hand`);
    target[last] = value;
  }

  /** @param {string} path */
  remove(path) {
    const [first = '', ...rest] = path.split('.');
    const child = this.config[first];
    if (rest.length === 0 || !isRecord(child)) delete this.config[first];
    else delete child[rest.join('.')];
  }

  /**
   * Adds to an object of texts; the first value of a name stays.
   * @param {string} path
   * @param {Readonly<Record<string, string>>} values
   */
  add(path, values) {
    if (Object.keys(values).length === 0) return;
    const target = childOf(this.config, path);
    for (const [name, value] of Object.entries(values)) target[name] ??= value;
  }
}

/**
 * @param {{ [key: string]: unknown }} parent
 * @param {string} name
 * @returns {{ [key: string]: unknown }}
 */
function childOf(parent, name) {
  const child = parent[name];
  if (isRecord(child)) return child;
  /** @type {{ [key: string]: unknown }} */
  const fresh = {};
  parent[name] = fresh;
  return fresh;
}

/**
 * @param {unknown} value
 * @returns {value is { [key: string]: unknown }}
 */
function isRecord(value) {
  return typeof value === 'object' && value !== null;
}

/** Hours of a clock. @param {Literal} value */
export function hours(value) {
  const count = Number(value);
  if (count === 12 || count === 24) return count;
  throw new NotPossible(`12 or 24 was expected, ${found(value)} found`);
}

/** @param {Literal} value */
export function text(value) {
  if (typeof value === 'string') return value;
  throw new NotPossible(`a text was expected, ${found(value)} found`);
}

/** @param {Literal} value */
export function flag(value) {
  if (typeof value === 'boolean') return value;
  throw new NotPossible(`true or false was expected, ${found(value)} found`);
}

/**
 * Numbers are written as texts, too.
 * @param {Literal} value
 */
export function number(value) {
  const read = typeof value === 'string' ? Number(value) : value;
  if (typeof read === 'number' && Number.isFinite(read)) return read;
  throw new NotPossible(`a number was expected, ${found(value)} found`);
}

/**
 * Attached data: only what is known without running the page.
 * @param {Literal} value
 */
export function texts(value) {
  if (!isObject(value)) throw new NotPossible(`an object was expected, ${found(value)} found`);
  const entries = Object.entries(value);
  const known = entries.flatMap(([name, one]) => (isScalar(one) ? [[name, String(one)]] : []));
  const lost = entries.flatMap(([name, one]) => (isScalar(one) ? [] : [name]));
  return { known: Object.fromEntries(known), lost };
}

/** @param {Literal} value */
function found(value) {
  if (value instanceof Code) return value.kind;
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : JSON.stringify(value);
}
