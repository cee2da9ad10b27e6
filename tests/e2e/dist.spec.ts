import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

const files = async () => (await readdir('dist', { recursive: true })).filter((file) => /\.\w+$/.test(file));
const text = async (file: string) => readFile(`dist/${file}`, 'utf8');

test('dist holds the console under both names, its configuration, and nothing for development', async () => {
  const found = await files();
  expect(found).toEqual(
    expect.arrayContaining([
      'index.html',
      'indexGPE.html',
      'config.json',
      'inviteGMS.html',
      'invite.js',
      'frame.js',
      'launcher.js',
      'launcher.mjs',
      'launcher.d.mts',
    ]),
  );
  expect(found.filter((file) => file.endsWith('.map') || /mock/i.test(file))).toEqual([]);
  expect(await text('indexGPE.html')).toBe(await text('index.html'));
  for (const file of found) expect(await text(file), file).not.toMatch(/mockServiceWorker|msw|simulat/i);
});

test('dist asks for nothing by an absolute address, and has no inline script or style', async () => {
  const html = await text('index.html');
  expect(html.match(/(?:src|href)="(?!\.\/|data:|#|")[^"]*"/g)).toBeNull();
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
});

test('the page says first that nothing may be told of its address, and then asks for anything', async () => {
  const html = await text('index.html');
  expect(html.indexOf('name="referrer" content="no-referrer"')).toBeGreaterThan(0);
  expect(html.indexOf('name="referrer"')).toBeLessThan(html.indexOf('<link'));
  expect(html.indexOf('charset="utf-8"'), 'HTML wants it in the first 1,024 bytes').toBeLessThan(200);
});

test('scripts for host pages read the same in a page of any encoding, and import nothing', async () => {
  for (const file of ['launcher.js', 'frame.js', 'invite.js', 'launcher.mjs']) {
    expect(await text(file), file).toMatch(/^[\t\n\r -~]*$/);
    expect(await text(file), file).not.toMatch(/\bimport\s*[{*"'`]|innerHTML|setInterval|\beval\b/);
  }
});
