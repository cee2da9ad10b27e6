import { expect, test } from 'vitest';
import { findChromium } from '../../scripts/findChromium.mjs';

type Machine = NonNullable<Parameters<typeof findChromium>[0]>;

const BARE: Machine = {
  env: {},
  platform: 'linux',
  isRoot: false,
  exists: () => false,
  which: () => null,
  playwrights: async () => null,
  unpack: async () => null,
};

const PROGRAMS = ['/opt/a', '/opt/b', '/opt/c', '/opt/d', '/opt/playwright'];
const FULL: Machine = {
  ...BARE,
  env: {
    CHROMIUM_PATH: '/opt/a',
    CHROME_PATH: '/opt/b',
    CHROME_BIN: '/opt/c',
    PUPPETEER_EXECUTABLE_PATH: '/opt/d',
  },
  exists: (file) => PROGRAMS.includes(file),
  which: (name) => `/usr/bin/${name}`,
  playwrights: async () => '/opt/playwright',
  unpack: async () => '/tmp/unpacked',
};

async function pathOn(machine: Partial<Machine>): Promise<string> {
  return (await findChromium({ ...FULL, ...machine })).executablePath;
}

test('the variables come first, in their order', async () => {
  const { CHROMIUM_PATH: _first, ...three } = FULL.env;
  const { CHROME_PATH: _second, ...two } = three;
  const { CHROME_BIN: _third, ...one } = two;
  expect(await pathOn({})).toBe('/opt/a');
  expect(await pathOn({ env: three })).toBe('/opt/b');
  expect(await pathOn({ env: two })).toBe('/opt/c');
  expect(await pathOn({ env: one })).toBe('/opt/d');
});

test('an empty variable counts as not set', async () => {
  expect(await pathOn({ env: { CHROMIUM_PATH: '', CHROME_BIN: '/opt/c' } })).toBe('/opt/c');
});

test.each(['CHROMIUM_PATH', 'CHROME_PATH', 'CHROME_BIN', 'PUPPETEER_EXECUTABLE_PATH'])(
  'a wrong value of %s is an error that names it, though there are other browsers',
  async (variable) => {
    const found = findChromium({ ...FULL, env: { [variable]: '/opt/gone' } });
    await expect(found).rejects.toThrow(`${variable} is "/opt/gone", where no program is`);
  },
);

test('a program on PATH comes next, Chromium before Chrome before Edge', async () => {
  const onPath = new Set([
    'microsoft-edge',
    'google-chrome-stable',
    'google-chrome',
    'chromium-browser',
    'chromium',
  ]);
  const which: Machine['which'] = (name) => (onPath.has(name) ? name : null);
  const order: string[] = [];
  while (onPath.size > 0) {
    const found = await pathOn({ env: {}, which });
    order.push(found);
    onPath.delete(found);
  }
  expect(order).toEqual([
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ]);
});

test('then the usual places of macOS and Windows', async () => {
  const onMac = '/Users/ana/Applications/Chromium.app/Contents/MacOS/Chromium';
  const onWindows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
  const installed: Partial<Machine> = {
    env: { HOME: '/Users/ana', PROGRAMFILES: 'C:\\Program Files' },
    which: () => null,
    exists: (file) => file === onMac || file === onWindows || PROGRAMS.includes(file),
  };
  expect(await pathOn({ ...installed, platform: 'darwin' })).toBe(onMac);
  expect(await pathOn({ ...installed, platform: 'win32' })).toBe(onWindows);
  expect(await pathOn({ ...installed, platform: 'linux' })).toBe('/opt/playwright');
});

test("then Playwright's own, if it is there, then the one of the npm package", async () => {
  const nothing: Partial<Machine> = { env: {}, which: () => null };
  expect(await pathOn(nothing)).toBe('/opt/playwright');
  expect(await pathOn({ ...nothing, exists: () => false })).toBe('/tmp/unpacked');
});

test('without any, one line says what to install', async () => {
  await expect(findChromium(BARE)).rejects.toThrow(/^No Chromium was found: install .* CHROMIUM_PATH\.$/);
});

test('the sandbox is given up only as root on Linux, and for the npm package', async () => {
  const isSandboxed = async (machine: Partial<Machine>): Promise<boolean> =>
    !(await findChromium({ ...FULL, ...machine })).args.includes('--no-sandbox');
  expect(await isSandboxed({})).toBe(true);
  expect(await isSandboxed({ platform: 'darwin', isRoot: true })).toBe(true);
  expect(await isSandboxed({ isRoot: true })).toBe(false);
  expect(await isSandboxed({ env: {}, which: () => null, exists: () => false })).toBe(false);
});

test('no argument changes what a page may do', async () => {
  const { args } = await findChromium({ ...BARE, unpack: async () => '/tmp/unpacked' });
  expect(args.join(' ')).not.toMatch(/web-security|site-isolation|single-process/);
});
