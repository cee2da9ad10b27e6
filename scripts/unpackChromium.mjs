import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = '@sparticuz/chromium';
/** Makes the package bring its own libraries and fonts, whatever the machine has. */
const BRING_EVERYTHING = { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
const UNPACK = `import chromium from '${PACKAGE}'; await chromium.executablePath();`;

/**
 * The Chromium inside an npm package, unpacked once into the temporary folder; null where it cannot run.
 * It changes this process's environment so that a browser started from here finds its libraries and fonts.
 * @returns {Promise<string | null>}
 */
export async function unpackChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = path.join(tmpdir(), `gms-chat-chromium-143-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return withTemporaryFolder(folder, async () => {
    Object.assign(process.env, BRING_EVERYTHING);
    const { default: chromium } = await import('@sparticuz/chromium');
    return chromium.executablePath();
  });
}

/**
 * The package takes whatever lies at its place for complete, so a run that was cut short would break all later ones:
 * unpack beside it, then rename.
 * @param {string} folder
 */
async function unpackInto(folder) {
  await mkdir(path.dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: import.meta.dirname,
      env: { ...process.env, ...BRING_EVERYTHING, TMPDIR: draft },
    });
    // another run may have been quicker; its result is as good
    await rename(draft, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * The package knows no other way to say where its files are.
 * @template Result
 * @param {string} folder
 * @param {() => Promise<Result>} run
 */
async function withTemporaryFolder(folder, run) {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
