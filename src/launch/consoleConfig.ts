import * as v from 'valibot';
import type { ConsoleConfig } from './configSchema.ts';
import { configSchema } from './configSchema.ts';

/** A configuration, or for integrators why there is none: each problem names key, finding and what is allowed. */
export type ConfigReading =
  | Readonly<{ isValid: true; config: ConsoleConfig; json: unknown }>
  | Readonly<{ isValid: false; problems: readonly string[] }>;

/** Reads the text of `config.json`; null stands for a file that is not there. Source: contract.md §3. */
export function readConfig(text: string | null): ConfigReading {
  const json = text === null ? {} : parseJson(text);
  if (json === undefined) {
    return { isValid: false, problems: [`config.json: is not JSON (${text?.length ?? 0} characters)`] };
  }
  const result = v.safeParse(configSchema, json);
  const problems = [...listProblems(json), ...(result.issues ?? []).map(describe)];
  if (!result.success || problems.length > 0) return { isValid: false, problems };
  return { isValid: true, config: result.output, json };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The schema takes a list for an object without keys. */
function listProblems(json: unknown): string[] {
  const groups = { 'config.json': json, ...(typeof json === 'object' ? json : null) };
  return Object.entries(groups).flatMap(([key, value]) =>
    Array.isArray(value) && !LISTS.has(key) ? [`${key}: found ${shapeOf(value)}, allowed: Object`] : [],
  );
}

const LISTS = new Set(['allowedScenarios', 'hostOrigins']);

/** The value itself may be a secret: only its type and size are told, but for numbers and switches. */
function describe(issue: v.BaseIssue<unknown>): string {
  const key = issue.path?.map((step) => String(step.key)).join('.') ?? 'config.json';
  const isOwnRule = issue.kind === 'validation' || issue.type === 'custom';
  const allowed = isOwnRule ? issue.message : issue.expected;
  return `${key}: found ${shapeOf(issue.input)}, allowed: ${allowed}`;
}

function shapeOf(value: unknown): string {
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
