import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configSchema } from '../../src/launch/configSchema.ts';
import { readConfig } from '../../src/launch/consoleConfig.ts';

const documented = new Map(
  Array.from(
    readFileSync('docs/configuration.md', 'utf8').matchAll(/^\| `([\w.]+)` \| [^|]+ \| ([^|]+) \|/gm),
    ([, key = '', byDefault = '']) => [key, byDefault.trim()] as const,
  ),
);

/** Keys of the schema, those of its groups with a dot. */
function keysOf(schema: object, path: string): string[] {
  if ('wrapped' in schema && typeof schema.wrapped === 'object' && schema.wrapped)
    return keysOf(schema.wrapped, path);
  if (!('entries' in schema) || typeof schema.entries !== 'object' || !schema.entries) return [path];
  return Object.entries(schema.entries).flatMap(([key, inner]: [string, object]) =>
    keysOf(inner, path === '' ? key : `${path}.${key}`),
  );
}

describe('docs/configuration.md', () => {
  test('names every key of the schema, and no other', () => {
    expect([...documented.keys()].toSorted()).toEqual(keysOf(configSchema, '').toSorted());
  });

  test('names the default that is used', () => {
    const reading = readConfig(null);
    if (!reading.isValid) throw new Error('The defaults are not valid');
    const defaults = new Map(flatten(reading.config, ''));
    for (const [key, written] of documented) {
      const literal = /^`([^`]+)`$/.exec(written)?.[1];
      if (literal === undefined || /^[{#]gmsUrl|^#/.test(literal)) continue;
      expect([key, JSON.stringify(defaults.get(key))]).toEqual([
        key,
        literal.startsWith('{gmsUrl}') ? undefined : literal.replaceAll(', ', ','),
      ]);
    }
  });
});

function flatten(value: object, path: string): [string, unknown][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const place = path === '' ? key : `${path}.${key}`;
    const isGroup =
      typeof inner === 'object' && inner !== null && !Array.isArray(inner) && Object.keys(inner).length > 0;
    return isGroup ? flatten(inner, place) : [[place, inner] satisfies [string, unknown]];
  });
}
