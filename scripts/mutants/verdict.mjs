/**
 * Whether the tests have found a defect: an expectation was not met, and all of them ran. A defect that breaks the
 * run, or that only throws, would be found by no test in particular.
 * @param {import('./runTests.mjs').Run} sound the same tests without it
 * @param {import('./runTests.mjs').Run} run
 * @returns {'killed' | 'survived' | 'crashed'}
 */
export function verdict(sound, { tests, failures }) {
  if (tests !== sound.tests) return 'crashed';
  if (failures.length === 0) return 'survived';
  return failures.some((message) => UNMET.test(message)) ? 'killed' : 'crashed';
}

/** How an unmet expectation begins, that of an element included. */
const UNMET = /AssertionError|expect\(/;
