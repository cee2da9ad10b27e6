// Lines per file of src: the median, the 90th percentile and the largest ones.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from './lanes/checkTree.mjs';

const LARGEST_SHOWN = 5;
const root = path.resolve(import.meta.dirname, '..');
const files = filesBelow(root, 'src')
  .filter((file) => /\.(tsx?|css)$/.test(file))
  .map((file) => ({ file, lines: linesOf(file) }))
  .toSorted((one, other) => one.lines - other.lines);

console.log(`src: ${files.length} files, ${files.reduce((sum, { lines }) => sum + lines, 0)} lines`);
console.log(`median ${percentile(0.5)}, p90 ${percentile(0.9)}, largest:`);
for (const { file, lines } of files.slice(-LARGEST_SHOWN).toReversed()) console.log(`  ${lines} ${file}`);

/** @param {string} file */
function linesOf(file) {
  return readFileSync(path.join(root, file), 'utf8').replace(/\n$/, '').split('\n').length;
}

/** @param {number} share */
function percentile(share) {
  return files[Math.max(0, Math.ceil(files.length * share) - 1)]?.lines ?? 0;
}
