import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readFirstLoad, totalOf } from '../../scripts/size/firstLoad.mjs';

/** As Vite 8 and our page plug-in write it, with a relative base. */
const BUILT = {
  'index.html': `<!doctype html><html><head>
    <link rel="preload" href="./config.json" as="fetch" crossorigin="anonymous" />
    <link rel="preload" href="./assets/late.css" as="style" />
    <link rel="modulepreload" crossorigin href="./assets/draw.js" />
    <script type="module" crossorigin src="./assets/main.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/main.css"></head></html>`,
  'config.json': '{}',
  'assets/main.js': 'import{t as e}from"./shared.js";import(`./draw.js`);import(`./phone.js`);',
  'assets/main.css': 'body{margin:0}',
  'assets/late.css': '.draw{margin:0}',
  'assets/shared.js': 'export const t=1;',
  'assets/draw.js': 'import{t as e}from"./shared.js";import"./react.js";export const draw=e;',
  'assets/react.js': 'export{}',
  'assets/phone.js': 'import{t as e}from"./shared.js";',
};

function build(files: Record<string, string>): string {
  const dist = mkdtempSync(path.join(tmpdir(), 'first-load-'));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  mkdirSync(path.join(dist, 'assets'));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(dist, file), text);
  return dist;
}

const namesOf = (files: readonly { file: string }[]): string[] => files.map(({ file }) => file).toSorted();

test('the first load is the page, the configuration and all that the preloaded code needs, and nothing lazy', () => {
  const { all } = readFirstLoad(build(BUILT));
  expect(namesOf(all)).toEqual([
    'assets/draw.js',
    'assets/late.css',
    'assets/main.css',
    'assets/main.js',
    'assets/react.js',
    'assets/shared.js',
    'config.json',
    'index.html',
  ]);
});

test('the boot part is the entry with its imports and the styles of the page', () => {
  const { boot } = readFirstLoad(build(BUILT));
  expect(namesOf(boot)).toEqual(['assets/main.css', 'assets/main.js', 'assets/shared.js']);
});

test('a total counts files and bytes', () => {
  const { all } = readFirstLoad(build({ 'index.html': '<p>'.repeat(1000) }));
  const total = totalOf(all);
  expect(total).toMatchObject({ files: 1, raw: 3000 });
  expect(total.gzip).toBeLessThan(100);
});
