import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const SOURCES = ['src', 'public', 'vite', 'index.html', 'vite.config.ts', 'package-lock.json'];

/**
 * Builds the console unless `dist` is newer than all it is made of.
 * @param {string} root
 */
export async function buildIfNeeded(root) {
  const page = path.join(root, 'dist', 'index.html');
  const newest = Math.max(...SOURCES.map((source) => newestIn(path.join(root, source))));
  if (existsSync(page) && statSync(page).mtimeMs > newest) return;
  console.error('Building …');
  await build({ root, logLevel: 'error' });
}

/** @param {string} place */
function newestIn(place) {
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  const entries = readdirSync(place, { recursive: true, encoding: 'utf8' });
  return Math.max(mtimeMs, ...entries.map((entry) => statSync(path.join(place, entry)).mtimeMs));
}
