import * as v from 'valibot';
import { nearestName } from '../lib/nearestName.ts';
import { configSchema } from './configSchema.ts';

type WithEntries = Readonly<{ entries: Readonly<Record<string, unknown>> }>;

/**
 * What is odd in a valid `config.json`: keys that nobody reads, each with the nearest known name, nearly always a slip
 * of the pen; and a scenario to begin with that nobody may ask for.
 */
export function configAdvice(json: unknown): readonly string[] {
  return [...unknownKeys(json, configSchema, ''), ...unaskedDefault(json)];
}

function unaskedDefault(json: unknown): string[] {
  const result = v.safeParse(configSchema, json);
  if (!result.success || result.output.allowedScenarios.includes(result.output.defaultScenario)) return [];
  return [
    'defaultScenario: is not one of allowedScenarios, and starts wherever the address names none of them',
  ];
}

function unknownKeys(json: unknown, schema: WithEntries, path: string): string[] {
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    if (Object.hasOwn(schema.entries, key)) {
      const inner = innerObject(schema.entries[key]);
      return inner ? unknownKeys(value, inner, `${path}${key}.`) : [];
    }
    const nearest = nearestName(key, Object.keys(schema.entries));
    return [`${path}${key}: unknown key${nearest === null ? '' : `, did you mean "${path}${nearest}"?`}`];
  });
}

function innerObject(schema: unknown): WithEntries | null {
  if (!isObject(schema)) return null;
  return isObject(schema['entries']) ? { entries: schema['entries'] } : innerObject(schema['wrapped']);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
