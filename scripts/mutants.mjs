// `npm run test:mutants`: shows that the tests are worth something. Plants known defects, one at a time, in a copy of
// the project, and runs the tests that are there for them. Ends with 0 if a test failed for each.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { plant } from './mutants/plant.mjs';
import { PLANTED } from './mutants/planted.mjs';
import { runTests } from './mutants/runTests.mjs';
import { verdict } from './mutants/verdict.mjs';

const root = path.resolve(import.meta.dirname, '..');
/** Of the project, what no test needs. */
const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'test-results']);

const copy = mkdtempSync(path.join(tmpdir(), 'mutants-'));
try {
  cpSync(root, copy, { recursive: true, filter: (from) => !LEFT_OUT.has(path.relative(root, from)) });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  const killed = PLANTED.filter((mutant) => {
    const { outcome, failures } = tryOut(mutant);
    console.log(`${outcome.padEnd(9)} ${String(failures).padStart(2)} failed  ${mutant.name}`);
    return outcome === 'killed';
  });
  console.log(`\n${killed.length} of ${PLANTED.length} planted defects are found`);
  process.exitCode = killed.length === PLANTED.length ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true });
}

/** @param {import('./mutants/planted.mjs').Mutant} mutant */
function tryOut(mutant) {
  const file = path.join(copy, mutant.file);
  const text = readFileSync(file, 'utf8');
  const sound = runTests(copy, mutant.project, mutant.tests);
  if (sound.tests === 0 || sound.failures.length > 0)
    throw new Error(`${mutant.tests.join(' ')} must be green without the defect: ${sound.failures[0] ?? ''}`);
  writeFileSync(file, plant(text, mutant));
  const run = runTests(copy, mutant.project, mutant.tests);
  writeFileSync(file, text);
  return { outcome: verdict(sound, run), failures: run.failures.length };
}
