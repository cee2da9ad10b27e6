import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readFirstLoad, totalOf } from '../../scripts/size/firstLoad.mjs';

/** As Vite 8 writes it, with a relative base. */
const BUILT = {
  'index.html': `<!doctype html><html><head>
    <link rel="modulepreload" crossorigin href="./assets/draw.js">
    <link rel="preload" href="./config.json" as="fetch" crossorigin="anonymous">
    <script type="module" crossorigin src="./assets/main.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/shared.js">
    <link rel="stylesheet" crossorigin href="./assets/main.css"></head></html>`,
  'config.json': '{}',
  'assets/main.js':
    'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./draw.js","./shared.js","./draw.css","./phone.js","./phone.css"])))=>i.map(i=>d[i]);\n' +
    'import{t as e}from"./shared.js";const{draw:s}=await o(async()=>{let{draw:e}=await import(`./draw.js`);return{draw:e}},__vite__mapDeps([0,1,2]),import.meta.url);' +
    'o(()=>import(`./small.js`),[],import.meta.url);o(()=>import(`./phone.js`),__vite__mapDeps([3,1,4]),import.meta.url);',
  'assets/main.css': 'body{margin:0}',
  'assets/shared.js': 'export const t=1;',
  'assets/draw.js': 'import{t as e}from"./shared.js";import"./react.js";export const draw=e;',
  'assets/draw.css': '.draw{margin:0}',
  'assets/react.js': 'export{}',
  'assets/phone.js': 'import{t as e}from"./shared.js";',
  'assets/phone.css': '.phone{margin:0}',
  'assets/small.js': 'export{}',
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
    'assets/draw.css',
    'assets/draw.js',
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

test('of the clients that the configuration chooses from, the largest counts', () => {
  const { all, boot } = readFirstLoad(
    build({
      ...BUILT,
      'assets/main.js': 'const a=()=>import(`./chatV1Client-a1.js`),b=()=>import(`./chatV2Client-b2.js`);',
      'assets/chatV1Client-a1.js': 'export const t=1;',
      'assets/chatV2Client-b2.js': 'import{t as e}from"./late.js";export const t="a longer one";',
      'assets/late.js': 'export const t=1;',
    }),
  );
  expect(namesOf(all)).toContain('assets/chatV2Client-b2.js');
  expect(namesOf(all)).toContain('assets/late.js');
  expect(namesOf(all)).not.toContain('assets/chatV1Client-a1.js');
  expect(namesOf(boot)).toEqual(['assets/main.css', 'assets/main.js']);
});

test('a total counts files and bytes', () => {
  const { all } = readFirstLoad(build({ 'index.html': '<p>'.repeat(1000) }));
  const total = totalOf(all);
  expect(total).toMatchObject({ files: 1, raw: 3000 });
  expect(total.gzip).toBeLessThan(100);
});
