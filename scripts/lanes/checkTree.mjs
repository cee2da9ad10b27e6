import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { checkCode, checkShape } from './checkConventions.mjs';
import { checkImports } from './checkImports.mjs';
import { parseSource } from './syntax.mjs';

const CODE = /\.tsx?$/;
const STYLES_AND_PAGES = /\.(css|html)$/;

/**
 * Everything in `src` of `root` that is against the lanes or the conventions.
 * @param {string} root
 */
export function checkTree(root) {
  return filesBelow(root, 'src').flatMap((file) => {
    if (!CODE.test(file) && !STYLES_AND_PAGES.test(file)) return [];
    const text = readFileSync(path.join(root, file), 'utf8');
    if (!CODE.test(file)) return checkShape(file, text);
    const source = parseSource(file, text);
    return [...checkShape(file, text), ...checkImports(source), ...checkCode(source)];
  });
}

/**
 * Paths from `root`, with forward slashes, in order.
 * @param {string} root
 * @param {string} folder
 */
export function filesBelow(root, folder) {
  const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
}
