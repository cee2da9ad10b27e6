// Runs before `npm start`, `npm test` and the like: a fresh clone needs no other step.
// Only what Node brings along, and no syntax that an old Node cannot read: the packages may not be there yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const LOCK = path.join(ROOT, 'package-lock.json');
/** What npm itself writes when an installation is complete. */
const INSTALLED = path.join(ROOT, 'node_modules', '.package-lock.json');
const STAMP = path.join(ROOT, 'node_modules', '.stamp');

if (isNodeTooOld(process.versions.node)) {
  stop(`Node.js ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}
const lockHash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
if (!isInstalled()) install();
if (readStamp() !== lockHash) writeFileSync(STAMP, lockHash);

/** @param {string} version */
function isNodeTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const stamp = readStamp();
  // an installation by hand has no stamp: npm finished it after the lock was written, or it is too old
  return stamp === null ? statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs : stamp === lockHash;
}

function readStamp() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null;
}

function install() {
  console.log('Installing the packages of package-lock.json (npm ci), once …');
  // none of our tools needs its install script, so none is run
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'] ?? '';
  const { status, error } = /npm-cli\.c?js$/.test(npm)
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', args, {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      });
  if (error) stop(`npm could not be run: ${error.message}`);
  if (status !== 0)
    stop('The packages could not be installed; npm says why above. Then run the command again.');
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  console.error(message);
  process.exit(1);
}
