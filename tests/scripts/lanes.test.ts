import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkTree } from '../../scripts/lanes/checkTree.mjs';
import { LANES } from '../../scripts/lanes/lanes.mjs';

/** What the check says about a tree of these files, `place:line message`. */
function check(files: Record<string, string>): string[] {
  const root = mkdtempSync(path.join(tmpdir(), 'lanes-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    const place = path.join(root, 'src', file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  return checkTree(root).map(({ file, line, message }) => `${file.slice('src/'.length)}:${line} ${message}`);
}

const why = (place: string): string => LANES.find((lane) => lane.place === place)?.why ?? '';

test.each([
  ['session/a.ts', "import { b } from '../lib/b.ts';"],
  ['session/phases/a.ts', "import type { State } from '../state.ts';"],
  ['gms/chatV2/a.ts', "import * as v from 'valibot';\nimport { C } from '../../session/failure.ts';"],
  ['launch/a.ts', "import * as v from 'valibot';"],
  ['ui/a.tsx', "import { useState } from 'react';\nimport styles from './a.module.css';"],
  ['ui/a.tsx', "import { useQuery } from '@tanstack/react-query';\nimport 'linkify-it';"],
  ['mocks/a.ts', "import { http } from 'msw/browser';\nimport { createServer } from 'node:http';"],
  ['host/launcher.ts', "import { m } from './messages.ts';"],
  ['demo/shop.ts', "import { open } from '../host/launcher.ts';"],
  ['app/a.ts', "import '../ui/a.tsx';\nimport 'react-dom/client';\nconst b = import('../mocks/b.ts');"],
  ['app/importAgain.ts', 'void import(address);'],
  ['main.ts', "import type { Mock } from './mocks/a.ts';\nawait import('./mocks/a.ts');"],
])('%s may say: %s', (file, text) => {
  expect(check({ [file]: text })).toEqual([]);
});

test.each([
  ['lib', 'lib/a.ts', "import { b } from '../session/b.ts';", 'imports session/b'],
  ['session', 'session/a.ts', "import type { Reply } from '../gms/reply.ts';", 'imports gms/reply'],
  ['session', 'session/a.ts', "type Reply = import('../gms/reply.ts').Reply;", 'imports gms/reply'],
  ['session', 'session/a.ts', "import * as v from 'valibot';", 'imports the package valibot'],
  ['gms', 'gms/a.ts', "export { b } from '../platform/b.ts';\nexport const a = 1;", 'imports platform/b'],
  ['platform', 'platform/a.ts', "export * from '../gms/b.ts';\nexport const a = 1;", 'imports gms/b'],
  ['launch', 'launch/a.ts', "import '../i18n/b.ts';", 'imports i18n/b'],
  ['ui', 'ui/a.tsx', "const b = import('../gms/b.ts');", 'imports gms/b'],
  ['ui', 'ui/a.tsx', "import { http } from 'msw';", 'imports the package msw'],
  ['queries', 'queries/a.ts', "import { s } from '../session/state.ts';", 'imports session/state'],
  [
    'host/launcher',
    'host/launcher.ts',
    "import { b } from './consoleBridge.ts';",
    'imports host/consoleBridge',
  ],
  ['host/invite', 'host/invite.ts', "import { b } from '../session/state.ts';", 'imports session/state'],
  ['simulator', 'simulator/a.ts', "import { b } from '../gms/b.ts';", 'imports gms/b'],
  ['simulator', 'simulator/a.ts', "import { http } from 'node:http';", 'imports the package node:'],
  ['mocks', 'mocks/a.ts', "import { b } from '../session/b.ts';", 'imports session/b'],
  ['app', 'app/a.ts', "import { b } from '../mocks/b.ts';", 'imports mocks/b other than by import()'],
  ['main', 'main.ts', "import './simulator/b.ts';", 'imports simulator/b other than by import()'],
])('the lane of %s stops %s from saying: %s', (place, file, text, complaint) => {
  expect(check({ [file]: text })).toEqual([`${file}:1 ${complaint}: ${why(place)}`]);
});

test('an import that leaves src, a computed one and a folder without a lane are reported', () => {
  const found = check({
    'ui/a.ts': "import '../../package.json';",
    'ui/b.ts': 'export const load = (name: string) => import(name);',
    'misc/c.ts': 'export const c = 1;',
  });
  expect(found).toEqual([
    'misc/c.ts:1 has no lane: give its folder one in scripts/lanes/lanes.mjs',
    'ui/a.ts:1 imports package.json, outside of src: what is built lies in src',
    'ui/b.ts:1 imports a computed address, which cannot be checked: write it out',
  ]);
});

test('a violation names its line', () => {
  expect(check({ 'lib/a.ts': "// first\n\nimport 'react';\n" })[0]).toMatch(/^lib\/a\.ts:3 /);
});

test.each([
  'const now = Date.now();',
  'let at: Date;',
  'setTimeout(go, 1);',
  'void fetch(address);',
  'const page = { document };',
  'window.close();',
  'const one = Math.random();',
  'globalThis.window;',
])('session may not say: %s', (text) => {
  expect(check({ 'session/a.ts': text })).toHaveLength(1);
  expect(check({ 'platform/a.ts': text })).toEqual([]);
});

test('in session, names in texts, in comments and of properties are no use of the page', () => {
  const text =
    "// Date, window\nconst a = { document: 'fetch', window() {} };\ntype Get = (fetch: string) => void;\na.document;";
  expect(check({ 'session/a.ts': text })).toEqual([]);
});

test.each([
  'row.innerHTML = text;',
  "row['innerHTML'] = text;",
  'row.outerHTML = text;',
  "row.insertAdjacentHTML('beforeend', text);",
  'page.document.write(text);',
  'const row = <p dangerouslySetInnerHTML={{ __html: text }} />;',
  "const row = create('p', { dangerouslySetInnerHTML: html });",
  'setInterval(poll, 500);',
  'page.setInterval(poll, 500);',
  '// @ts-expect-error\ngo();',
  '// oxlint-disable-next-line\ngo();',
  "export { a } from './a.ts';\nexport * from './b.ts';",
])('nowhere in src: %s', (text) => {
  expect(check({ 'ui/a.tsx': text })).toHaveLength(1);
});

test('reading the HTML of a page is allowed', () => {
  expect(check({ 'ui/a.ts': 'const html = row.outerHTML;' })).toEqual([]);
});

test('files over 250 lines and drawers are reported', () => {
  const found = check({
    'ui/long.css': 'a {}\n'.repeat(251),
    'ui/fits.css': 'a {}\n'.repeat(250),
    'ui/utils.ts': 'export const a = 1;',
    'ui/index.ts': 'export const a = 1;',
    'ui/reindex.ts': 'export const a = 1;',
  });
  expect(found).toEqual([
    'ui/index.ts:1 is a drawer: name a file after the one idea that is in it',
    'ui/long.css:1 has 251 lines, more than 250: it is more than one idea',
    'ui/utils.ts:1 is a drawer: name a file after the one idea that is in it',
  ]);
});
