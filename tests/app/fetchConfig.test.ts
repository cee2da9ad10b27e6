import { expect, test } from 'vitest';
import { fetchConfig } from '../../src/app/fetchConfig.ts';
import { createTestClock, settled } from '../gms/testClock.ts';

function pageThatGets(fetch: (signal: AbortSignal) => Promise<Response>): Window {
  const location = { href: 'https://site.test/chat/index.html' };
  const page = {
    location,
    navigator: { onLine: true },
    fetch: (_: URL, { signal }: { signal: AbortSignal }) => fetch(signal),
  };
  // the few parts of a window that are read, in place of a whole one
  return page as unknown as Window;
}

test('a server that never answers for the file is asked three times, ten seconds each, and then the chat cannot start', async () => {
  const clock = createTestClock();
  const asked: AbortSignal[] = [];
  const page = pageThatGets((signal) => {
    asked.push(signal);
    return new Promise(() => undefined);
  });
  const outcome = fetchConfig(page, clock).catch((error: unknown) => error);

  for (const ms of [10_000, 500, 10_000, 2_000, 10_000]) {
    await settled();
    await clock.advance(ms);
  }

  expect(await outcome).toMatchObject({ failure: { kind: 'timeout' } });
  expect(asked.map(({ aborted }) => aborted)).toEqual([true, true, true]);
});

test('a file that comes at the second attempt is taken', async () => {
  const clock = createTestClock();
  let attempts = 0;
  const page = pageThatGets(() => {
    attempts += 1;
    return attempts === 1 ? new Promise(() => undefined) : Promise.resolve(new Response('{}'));
  });
  const outcome = fetchConfig(page, clock);

  await clock.advance(10_000);
  await clock.advance(500);

  expect(await outcome).toBe('{}');
});
