import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const PAGES = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.posix.join('docs', file.replaceAll('\\', '/'))),
];

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));

function anchorsOf(page: string): readonly string[] {
  return Array.from(readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
}

test.each(PAGES)('%s leads to nothing that is not there', (page) => {
  const text = readFileSync(page, 'utf8').replace(/```[^]*?```/g, '');
  const targets = Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target);
  const lost = targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const at = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
    return !existsSync(at) || (anchor !== undefined && !anchorsOf(at).includes(anchor));
  });
  expect(lost).toEqual([]);
});

test.each(PAGES)('%s names commands and files that there are', (page) => {
  const text = readFileSync(page, 'utf8');
  const commands = Array.from(
    text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g),
    ([, name = '']) => name,
  );
  expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  const files = Array.from(
    text.matchAll(/`((?:src|tests|scripts)\/[\w./-]+\.[a-z]+)`/g),
    ([, file = '']) => file,
  );
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
