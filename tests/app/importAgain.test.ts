import { expect, test } from 'vitest';
import { importAgain } from '../../src/app/importAgain.ts';

type Part = Readonly<{ part: string }>;

const isPart = (module: unknown): module is Part =>
  typeof module === 'object' && module !== null && 'part' in module;

/** A module that fails with this complaint, and what its addresses answer afterwards. */
function failing(complaint: string, answers: readonly unknown[]) {
  const asked: string[] = [];
  let loads = 0;
  const load = importAgain<Part>(
    () => {
      loads += 1;
      return Promise.reject(new TypeError(complaint));
    },
    isPart,
    (address) => {
      asked.push(address);
      const answer = answers[asked.length - 1];
      return answer === undefined ? Promise.reject(new TypeError(complaint)) : Promise.resolve(answer);
    },
  );
  return { load, asked, loads: () => loads };
}

const NAMED = 'error loading dynamically imported module: https://site.test/assets/late-1.js';

test('what failed is asked for under an address of its own, as often as somebody asks', async () => {
  const { load, asked, loads } = failing(NAMED, [undefined, { part: 'here' }]);
  await expect(load()).rejects.toThrow('error loading');
  await expect(load()).rejects.toThrow('error loading');
  await expect(load()).resolves.toEqual({ part: 'here' });
  expect(loads()).toBe(1);
  expect(asked).toEqual([
    'https://site.test/assets/late-1.js?attempt=1',
    'https://site.test/assets/late-1.js?attempt=2',
  ]);
});

test('another file at that address is none', async () => {
  const { load } = failing(NAMED, [{ default: 'a page that says 404' }]);
  await expect(load()).rejects.toThrow('error loading');
  await expect(load()).rejects.toThrow('Another file');
});

test('where the complaint names no address, the module itself is asked for again', async () => {
  const { load, asked, loads } = failing('Importing a module script failed.', []);
  await expect(load()).rejects.toThrow('Importing');
  await expect(load()).rejects.toThrow('Importing');
  expect([loads(), asked]).toEqual([2, []]);
});
