import * as v from 'valibot';
import type { ConsoleConfig } from './configSchema.ts';
import { configSchema } from './configSchema.ts';

/** A configuration, or for integrators why there is none: each problem names key, finding and what is allowed. */
export type ConfigReading =
  | Readonly<{ isValid: true; config: ConsoleConfig; json: unknown }>
  | Readonly<{ isValid: false; problems: readonly string[] }>;

/** Reads the text of `config.json`; null stands for a file that is not there. Source: contract.md §3. */
export function readConfig(text: string | null): ConfigReading {
  let json: unknown;
  try {
    json = text === null ? {} : JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { isValid: false, problems: [`config.json: ${whyUnreadable(text ?? '', error)}`] };
  }
  const result = v.safeParse(configSchema, json);
  const problems = [...listProblems(json), ...(result.issues ?? []).map(describe)];
  if (!result.success || problems.length > 0) return { isValid: false, problems };
  return { isValid: true, config: result.output, json };
}

/** Browsers say where, but quote the text beside it, which may be a secret. */
function whyUnreadable(text: string, error: unknown): string {
  if (text.startsWith('<'))
    return 'is a web page: the server has no such file, or asks for something else first';
  const place = /line \d+ column \d+/.exec(String(error));
  return `is not JSON${place ? `, see ${place[0]}` : ''} (${text.length} characters)`;
}

/** The schema takes a list for an object without keys. */
function listProblems(json: unknown): string[] {
  const groups = { 'config.json': json, ...(typeof json === 'object' ? json : null) };
  return Object.entries(groups).flatMap(([key, value]) =>
    Array.isArray(value) && !LISTS.has(key) ? [`${key}: found ${shapeOf(value)}, allowed: an object`] : [],
  );
}

const LISTS = new Set(['allowedScenarios', 'hostOrigins']);

/** The value itself may be a secret: only its type and size are told, but for numbers and switches. */
function describe(issue: v.BaseIssue<unknown>): string {
  const key = issue.path?.map((step) => String(step.key)).join('.') ?? 'config.json';
  const isOwnRule = issue.kind === 'validation' || issue.type === 'custom';
  const allowed = isOwnRule ? issue.message : (PLAIN.get(issue.type) ?? issue.expected);
  return `${key}: found ${shapeOf(issue.input)}, allowed: ${allowed}`;
}

/** What the schema calls by the names of a programming language. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ['object', 'an object'],
  ['array', 'a list'],
  ['boolean', 'true or false'],
]);

function shapeOf(value: unknown): string {
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
