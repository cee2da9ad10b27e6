import * as v from 'valibot';
import { nearestName } from '../lib/nearestName.ts';
import type { ConsoleConfig } from './configSchema.ts';
import { configSchema } from './configSchema.ts';

/** A configuration, and what an integrator should know about it. */
export type ConfigReading =
  | Readonly<{ isValid: true; config: ConsoleConfig; warnings: readonly string[] }>
  /** nothing may be contacted; each problem names the key, what was found and what is allowed */
  | Readonly<{ isValid: false; problems: readonly string[] }>;

/** Reads the text of `config.json`; null stands for a file that is not there. Source: contract.md §3. */
export function readConfig(text: string | null): ConfigReading {
  const json = text === null ? {} : parseJson(text);
  if (json === undefined) return { isValid: false, problems: [`config.json: is not JSON (${text?.length ?? 0} characters)`] };
  const result = v.safeParse(configSchema, json);
  if (!result.success) return { isValid: false, problems: result.issues.map(describe) };
  const warnings: string[] = [];
  const lists: string[] = [];
  walk(json, configSchema, '', { warnings, lists });
  if (lists.length > 0) return { isValid: false, problems: lists };
  const config = result.output;
  const { pollIntervalMin: min, pollIntervalMax: max } = config.chat;
  if (min > max) {
    return { isValid: false, problems: [`chat.pollIntervalMin: found ${min}, allowed: at most chat.pollIntervalMax (${max})`] };
  }
  return { isValid: true, config, warnings };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The value itself may be a secret: only its type and size are told, but for numbers and switches. */
function describe(issue: v.BaseIssue<unknown>): string {
  const key = v.getDotPath(issue) ?? 'config.json';
  const isRule = issue.kind === 'validation';
  const allowed = isRule && issue.message && !issue.message.startsWith('Invalid') ? issue.message : issue.expected;
  return `${key}: found ${shapeOf(issue.input)}, allowed: ${allowed ?? 'another value'}`;
}

function shapeOf(value: unknown): string {
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return String(value);
  return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}

type WithEntries = Readonly<{ entries: Readonly<Record<string, unknown>> }>;

/**
 * Finds what the schema lets pass: keys nobody reads, each with the nearest known name (nearly always a slip of
 * the pen), and lists where an object is meant.
 */
function walk(json: unknown, schema: WithEntries, path: string, found: { warnings: string[]; lists: string[] }): void {
  if (Array.isArray(json)) found.lists.push(`${path || 'config.json'}: found ${shapeOf(json)}, allowed: Object`);
  if (!isObject(json)) return;
  const names = Object.keys(schema.entries);
  for (const [key, value] of Object.entries(json)) {
    const place = path === '' ? key : `${path}.${key}`;
    if (!Object.hasOwn(schema.entries, key)) {
      const nearest = nearestName(key, names);
      const meant = path === '' ? nearest : `${path}.${nearest}`;
      found.warnings.push(`${place}: unknown key${nearest === null ? '' : `, did you mean "${meant}"?`}`);
      continue;
    }
    const inner = innerObject(schema.entries[key]);
    if (inner) walk(value, inner, place, found);
  }
}

function innerObject(schema: unknown): WithEntries | null {
  if (!isObject(schema)) return null;
  if (isObject(schema['entries'])) return { entries: schema['entries'] };
  return innerObject(schema['wrapped']);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
