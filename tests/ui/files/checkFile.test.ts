import { describe, expect, test } from 'vitest';
import type { FileLimits } from '../../../src/queries/loadFiles.ts';
import { checkFile } from '../../../src/ui/files/checkFile.ts';
import { savableName } from '../../../src/ui/files/fileNames.ts';

const LIMITS: FileLimits = {
  maxFiles: 3,
  maxSize: 100,
  maxTotal: 150,
  types: ['jpeg', 'jpg', 'pdf', 'png', 'txt'],
  needsAgent: true,
  usedFiles: 1,
  usedTotal: 20,
  downloads: 4,
  usedDownloads: 0,
};
const PNG_SIGN = '\u0089PNG\r\n\u001a\n';
const NONE = { files: 0, bytes: 0 };

function file(name: string, content: string): File {
  return new File([Uint8Array.from(content, (char) => char.charCodeAt(0))], name);
}

function check(one: File, limits: FileLimits | null = LIMITS, taken = NONE, hasAgent = true) {
  return checkFile(one, limits, taken, hasAgent);
}

describe('a file is checked before it leaves', () => {
  test.each([
    ['scan.PDF', '%PDF-1.7', null],
    ['photo.png', PNG_SIGN, null],
    ['notes.txt', 'Hello', null],
    ['a.pe', 'x', 'type'],
    ['noext', 'x', 'type'],
    ['empty.png', '', 'empty'],
    ['big.txt', 'x'.repeat(101), 'tooLarge'],
    ['photo.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'dishonest'],
    ['photo.jpg', PNG_SIGN, 'dishonest'],
    ['invoice.pdf', 'MZ\u0090', 'dishonest'],
    ['notes.txt', 'MZ\u0090', 'dishonest'],
  ])('%s', async (name, content, refusal) => {
    expect(await check(file(name, content))).toBe(refusal);
  });

  test('counts those that go before it', async () => {
    const one = file('notes.txt', 'x'.repeat(50));
    expect(await check(one, LIMITS, { files: 2, bytes: 0 })).toBe('tooMany');
    expect(await check(one, LIMITS, { files: 1, bytes: 90 })).toBe('total');
    expect(await check(one, LIMITS, { files: 1, bytes: 80 })).toBeNull();
  });

  test('waits for an agent where one is needed', async () => {
    const one = file('notes.txt', 'x');
    expect(await check(one, LIMITS, NONE, false)).toBe('needsAgent');
    expect(await check(one, { ...LIMITS, needsAgent: false }, NONE, false)).toBeNull();
  });

  test('limits that nobody knows refuse nothing but what pretends', async () => {
    expect(await check(file('anything.xyz', 'x'), null)).toBeNull();
    expect(await check(file('photo.png', '<html>'), null)).toBe('dishonest');
  });
});

test.each([
  ['form <b>.pdf', 'form b .pdf'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Temp\\a.png', 'C Temp a.png'],
  ['invoice \u202efdp.exe', 'invoice fdp.exe'],
  ['.htaccess', 'htaccess'],
  ['', 'file'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(108)}.pdf`],
])('%j is saved as %j', (name, saved) => {
  expect(savableName(name)).toBe(saved);
});
