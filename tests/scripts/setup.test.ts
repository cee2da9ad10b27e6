import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const SCRIPT = path.resolve(import.meta.dirname, '../../scripts/setup.mjs');
const SAYS_IT_INSTALLS = 'Installing the packages of package-lock.json (npm ci), once …\n';
/** Stands in for npm: installs as far as setup looks. */
const NPM = `
const { mkdirSync, writeFileSync } = require('node:fs');
mkdirSync('node_modules', { recursive: true });
writeFileSync('node_modules/.package-lock.json', '{}');
writeFileSync('npm-args', process.argv.slice(2).join(' '));
`;

/** A clone with nothing in it but what setup reads. */
function clone(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'setup-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(path.join(root, 'scripts'));
  cpSync(SCRIPT, path.join(root, 'scripts/setup.mjs'));
  writeFileSync(path.join(root, 'package-lock.json'), '{"name":"first"}');
  writeFileSync(path.join(root, 'npm-cli.js'), NPM);
  return root;
}

function setUp(root: string, version = '20.19.0'): { status: number | null; output: string } {
  const versions = JSON.stringify({ ...process.versions, node: version });
  const pretend = `data:text/javascript,Object.defineProperty(process,'versions',{value:${encodeURIComponent(versions)}})`;
  const args = ['--import', pretend, path.join(root, 'scripts/setup.mjs')];
  const env = { ...process.env, npm_execpath: path.join(root, 'npm-cli.js') };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  return { status, output: stdout + stderr };
}

test.each(['18.20.4', '20.18.3'])('Node.js %s is told in one line that it is too old', (version) => {
  const root = clone();
  const output = `Node.js 20.19 or newer is needed; this is ${version}.\n`;
  expect(setUp(root, version)).toEqual({ status: 1, output });
  expect(existsSync(path.join(root, 'node_modules'))).toBe(false);
});

test.each(['20.19.0', '22.0.0', '26.0.0'])(
  'Node.js %s installs a fresh clone once, without install scripts',
  (version) => {
    const root = clone();
    expect(setUp(root, version)).toEqual({ status: 0, output: SAYS_IT_INSTALLS });
    expect(readFileSync(path.join(root, 'npm-args'), 'utf8')).toMatch(/^ci --ignore-scripts /);
    expect(setUp(root, version)).toEqual({ status: 0, output: '' });
  },
);

test('another lock file installs again, the same one with a newer date does not', () => {
  const root = clone();
  setUp(root);
  const soon = new Date(Date.now() + 60_000);
  utimesSync(path.join(root, 'package-lock.json'), soon, soon);
  expect(setUp(root).output).toBe('');
  writeFileSync(path.join(root, 'package-lock.json'), '{"name":"second"}');
  expect(setUp(root).output).toBe(SAYS_IT_INSTALLS);
});

test('an installation by hand is taken over', () => {
  const root = clone();
  mkdirSync(path.join(root, 'node_modules'));
  writeFileSync(path.join(root, 'node_modules/.package-lock.json'), '{}');
  expect(setUp(root)).toEqual({ status: 0, output: '' });
});

test('a failed installation says so and is tried again', () => {
  const root = clone();
  writeFileSync(path.join(root, 'npm-cli.js'), 'process.exit(7);');
  const { status, output } = setUp(root);
  expect(status).toBe(1);
  expect(output).toContain('The packages could not be installed');
  writeFileSync(path.join(root, 'npm-cli.js'), NPM);
  expect(setUp(root)).toEqual({ status: 0, output: SAYS_IT_INSTALLS });
});
