import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import { unpackChromium } from './unpackChromium.mjs';

/**
 * What the search may look at; tests give their own.
 * @typedef {object} Machine
 * @property {Record<string, string | undefined>} env
 * @property {string} platform as in `process.platform`
 * @property {boolean} isRoot
 * @property {(file: string) => boolean} exists whether there is a program at this path
 * @property {(name: string) => string | null} which the program of this name on PATH
 * @property {() => Promise<string | null>} playwrights where Playwright would keep a browser of its own
 * @property {() => Promise<string | null>} unpack the browser of an npm package, ready to run
 */

/** @typedef {{ executablePath: string, args: string[] }} Chromium */

const VARIABLES = ['CHROMIUM_PATH', 'CHROME_PATH', 'CHROME_BIN', 'PUPPETEER_EXECUTABLE_PATH'];

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Nothing here changes what a page may do: only what the browser does by itself, in the background, is off. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium to test with: the one that is named, one that is installed, or the one that an npm package brings.
 * Throws an error that says in one line what to do when there is none, or when a variable names a wrong place.
 * @param {Machine} [machine]
 * @returns {Promise<Chromium>}
 */
export async function findChromium(machine = thisMachine()) {
  const installed =
    named(machine) ?? onPath(machine) ?? inUsualPlaces(machine) ?? (await ofPlaywright(machine));
  if (installed)
    return { executablePath: installed, args: needsNoSandbox(machine) ? ['--no-sandbox', ...ARGS] : ARGS };
  const unpacked = await machine.unpack();
  // of the package only the browser is taken: its own arguments switch off CORS and the isolation of sites
  if (unpacked) return { executablePath: unpacked, args: ['--no-sandbox', ...ARGS] };
  throw new Error('No Chromium was found: install Chromium or Chrome, or name the program in CHROMIUM_PATH.');
}

/** @param {Machine} machine */
function named({ env, exists }) {
  const name = VARIABLES.find((variable) => env[variable]);
  if (!name) return null;
  const file = env[name] ?? '';
  if (exists(file)) return file;
  throw new Error(
    `${name} is "${file}", where no program is: name a Chromium or Chrome there, or unset ${name}.`,
  );
}

/** @param {Machine} machine */
function onPath({ which }) {
  return firstOf(NAMES, which);
}

/** @param {Machine} machine */
function inUsualPlaces({ env, platform, exists }) {
  return usualPlaces(platform, env).find(exists) ?? null;
}

/**
 * @param {string} platform
 * @param {Record<string, string | undefined>} env
 */
function usualPlaces(platform, env) {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [path.posix.join(env['HOME'], 'Applications')] : [])];
    return folders.flatMap((folder) => MAC_APPS.map((app) => path.posix.join(folder, app)));
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (folder) => folder,
    );
    return folders.flatMap((folder) =>
      WINDOWS_PROGRAMS.map((program) => path.win32.join(folder ?? '', program)),
    );
  }
  return [];
}

/** @param {Machine} machine */
async function ofPlaywright({ exists, playwrights }) {
  const file = await playwrights();
  return file && exists(file) ? file : null;
}

/** Chromium refuses to run as root inside its own sandbox. @param {Machine} machine */
function needsNoSandbox({ platform, isRoot }) {
  return platform === 'linux' && isRoot;
}

/** @returns {Machine} */
function thisMachine() {
  return {
    env: process.env,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    exists: isProgram,
    which,
    playwrights: async () => (await import('playwright')).chromium.executablePath(),
    unpack: unpackChromium,
  };
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @param {string} name */
function which(name) {
  const isWindows = process.platform === 'win32';
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return firstOf(folders, (folder) => {
    const file = path.join(folder, isWindows ? `${name}.exe` : name);
    return isProgram(file) ? file : null;
  });
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => string | null} find
 */
function firstOf(items, find) {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}
