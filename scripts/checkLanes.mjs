// Who may import whom in src, and what a linter does not know: `npm test` fails on any of it.
import path from 'node:path';
import { checkTree } from './lanes/checkTree.mjs';

const violations = checkTree(path.resolve(import.meta.dirname, '..'));
for (const { file, line, message } of violations) console.error(`${file}:${line} ${message}`);
if (violations.length > 0) {
  console.error(`${violations.length} against the lanes and conventions of src.`);
  process.exitCode = 1;
}
