import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * What became of a run: how many tests there were, and what the failed ones said.
 * @typedef {{ tests: number, failures: readonly string[] }} Run
 */

/** Long enough for the slowest file in a browser on a busy machine. */
const TIMEOUT_MS = 240_000;

/**
 * Runs some test files of the project in `root`.
 * @param {string} root
 * @param {'unit' | 'browser'} project
 * @param {readonly string[]} files
 * @returns {Run}
 */
export function runTests(root, project, files) {
  const report = path.join(root, 'report.json');
  rmSync(report, { force: true });
  const args = ['run', '--project', project, '--reporter=json', `--outputFile=${report}`, ...files];
  const { stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/vitest/vitest.mjs'), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      timeout: TIMEOUT_MS,
    },
  );
  try {
    return readReport(JSON.parse(readFileSync(report, 'utf8')));
  } catch (cause) {
    throw new Error(`the tests did not run: ${stderr.slice(-2_000)}`, { cause });
  }
}

/**
 * A file that could not be loaded has no tests, which is how it is told from one whose tests fail.
 * @param {{ testResults: { assertionResults: { status: string, failureMessages?: string[] }[] }[] }} report
 * @returns {Run}
 */
function readReport({ testResults }) {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = all.filter(({ status }) => status === 'failed');
  return {
    tests: all.length,
    failures: failed.map(({ failureMessages = [] }) => failureMessages.join('\n')),
  };
}
