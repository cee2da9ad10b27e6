import * as v from 'valibot';
import type { ConsoleConfig } from './configSchema.ts';
import { configSchema } from './configSchema.ts';

export type ConfigReading = Readonly<{ isValid: true; config: ConsoleConfig; json: unknown }> | RefusedConfig;

/** Why there is no configuration, as it was found: `configProblems` puts it into words. */
export type RefusedConfig = Readonly<{
  isValid: false;
  text: string | null;
  /** what the browser says of a text that is not JSON; null when it is */
  error: unknown;
  /** lists where objects belong, by their keys: the schema takes one for an object without keys */
  lists: readonly (readonly [key: string, list: unknown])[];
  issues: readonly v.BaseIssue<unknown>[];
}>;

/** Reads the text of `config.json`; null stands for a file that is not there. Source: contract.md §3. */
export function readConfig(text: string | null): ConfigReading {
  let json: unknown;
  try {
    // some editors put a byte order mark before it
    json = text === null ? {} : JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { isValid: false, text, error, lists: [], issues: [] };
  }
  const { success, output, issues = [] } = v.safeParse(configSchema, json);
  const groups = { 'config.json': json, ...(typeof json === 'object' ? json : null) };
  const lists = Object.entries(groups).filter(([key, value]) => Array.isArray(value) && !LISTS.has(key));
  if (!success || lists.length > 0) return { isValid: false, text, error: null, lists, issues };
  return { isValid: true, config: output, json };
}

const LISTS = new Set(['allowedScenarios', 'hostOrigins']);
