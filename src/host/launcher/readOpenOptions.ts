import { advise } from './advise.ts';
import { readIds } from './engagementIds.ts';
import type { OpenOptions } from './gmsChat.ts';
import { isRecord } from './isRecord.ts';

/** Says what an option must be, in words, and checks it. */
export type Shape = readonly [shape: string, isRight: (value: unknown) => boolean];
export type Shapes = Readonly<Record<string, Shape>>;

export const OPEN_SHAPES = {
  consoleUrl: ['an http(s) address', isAddress],
  scenario: ['a name such as "CHAT-NOW"', matches(/^[A-Z-]{1,40}$/)],
  mode: ['"popup", "iframe" or "auto"', matches(/^(?:popup|iframe|auto)$/)],
  container: ['an element', (value) => value instanceof Element],
  ids: [
    '{ visitID, pageID }, letters, digits and ._:~-',
    (value) => isRecord(value) && Object.keys(readIds(value)).length > 0,
  ],
  customer: ['an object of texts', isRecordOf(['string', 'boolean'])],
  userData: ['an object of texts', isRecordOf(['string'])],
  lang: ['a language such as "de-AT"', matches(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)],
  proactive: ['true or false', (value) => typeof value === 'boolean'],
  windowName: ['letters, digits and dashes', matches(/^(?!_)[\w-]{1,40}$/)],
  session: ['a text', matches(/./)],
} satisfies Record<keyof OpenOptions, Shape>;

export function readOpenOptions(given: unknown): OpenOptions {
  return readOptions(given, OPEN_SHAPES);
}

/** A copy of the options that have their shape; of each other one the integrator is told once. */
export function readOptions(given: unknown, shapes: Shapes): object {
  const options: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(isRecord(given) ? given : {})) {
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    if (!shape) advise(`${key} is no option; there are ${Object.keys(shapes).join(', ')}`);
    else if (value !== undefined && !shape[1](value)) advise(`${key} must be ${shape[0]}; it was left out`);
    else options[key] = value;
  }
  return options;
}

export function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value);
}

export function isAddress(value: unknown): boolean {
  return typeof value === 'string' && toAddress(value) !== null;
}

/** Relative ones are meant from the page; anything but http(s) would run in the page, or nowhere. */
export function toAddress(value: string): URL | null {
  try {
    const url = new URL(value, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

function isRecordOf(kinds: readonly string[]): (value: unknown) => boolean {
  return (value) => isRecord(value) && Object.values(value).every((one) => kinds.includes(typeof one));
}
