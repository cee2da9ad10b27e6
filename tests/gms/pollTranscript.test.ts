import { expect, test } from 'vitest';
import { pollTranscript } from '../../src/gms/pollTranscript.ts';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import type { Batch } from '../../src/session/ports.ts';
import { settings } from './fakeGms.ts';
import { chatV2 } from './orders.ts';
import { createTestClock, settled } from './testClock.ts';

const quiet: Batch = { events: [], isEnded: false, chat: chatV2 };

function said(index: number | null, role: 'me' | 'agent'): Batch {
  const event: ChatEvent = {
    type: 'said',
    text: 'Hello',
    index,
    at: null,
    from: { id: role, role, name: '' },
  };
  return { ...quiet, events: [event] };
}

/** A poll that is listened to at position 5; each answer is given by hand. */
function listening(isHidden = () => false) {
  const clock = createTestClock();
  const caller = new AbortController();
  const asked: number[] = [];
  const batches: Batch[] = [];
  const answers: ((batch: Batch | Error) => void)[] = [];
  const poll = pollTranscript({ ...settings, isHidden }, clock, (position) => {
    asked.push(position);
    return new Promise((resolve, reject) => {
      answers.push((batch) => (batch instanceof Error ? reject(batch) : resolve(batch)));
    });
  });
  async function listen(): Promise<string> {
    for await (const batch of poll.listen(() => 5, caller.signal)) batches.push(batch);
    return 'done';
  }
  async function answer(batch: Batch | Error): Promise<void> {
    answers.at(-1)?.(batch);
    await settled();
  }
  /** Lets the pause under way pass, and answers. */
  async function turn(batch: Batch): Promise<number> {
    const pause = clock.asked.at(-1) ?? 0;
    await clock.advance(pause - 1);
    const before = asked.length;
    await clock.advance(1);
    expect(asked).toHaveLength(before + 1);
    await answer(batch);
    return pause;
  }
  return { poll, clock, caller, asked, batches, listen, answer, turn };
}

test('the pauses grow by a fifth from the shortest to the longest', async () => {
  const { listen, turn } = listening();
  void listen();
  const pauses: number[] = [];
  for (let round = 0; round < 13; round += 1) pauses.push(Math.round(await turn(quiet)));
  expect(pauses).toEqual([500, 600, 720, 864, 1037, 1244, 1493, 1792, 2150, 2580, 3000, 3000, 3000]);
});

test('news of another participant makes the pause short again', async () => {
  const { listen, turn } = listening();
  void listen();
  expect(await turn(quiet)).toBe(500);
  expect(await turn(said(6, 'agent'))).toBe(600);
  expect(await turn(said(null, 'agent'))).toBe(500);
  expect(await turn(said(5, 'agent'))).toBe(500); // known before: no news
  expect(await turn(said(6, 'me'))).toBe(600);
  expect(await turn(quiet)).toBe(720);
});

test('a send makes the pause under way short', async () => {
  const { poll, clock, asked, listen, turn } = listening();
  void listen();
  await turn(quiet);
  await turn(quiet);
  await clock.advance(100);
  poll.quicken();
  await settled();
  expect(clock.asked.at(-1)).toBe(500);
  await clock.advance(499);
  expect(asked).toHaveLength(2);
  await clock.advance(1);
  expect(asked).toHaveLength(3);
});

test('many sends in a row do not put the refresh off', async () => {
  const { poll, clock, asked, listen } = listening();
  void listen();
  for (let send = 0; send < 5; send += 1) {
    poll.quicken();
    await clock.advance(100);
  }
  expect(asked).toHaveLength(1);
});

test('refreshNow cuts the pause short, once', async () => {
  const { poll, clock, asked, listen, answer } = listening();
  void listen();
  await settled();
  poll.refreshNow();
  await settled();
  expect(asked).toEqual([5]);
  await answer(quiet);
  expect(asked).toHaveLength(1);
  expect(clock.sleepers()).toBe(1);
});

test('refreshNow before listening lets the first refresh go at once', async () => {
  const { poll, asked, listen } = listening();
  poll.refreshNow();
  void listen();
  await settled();
  expect(asked).toHaveLength(1);
});

test('a refresh that is slow is not overtaken by another (F21)', async () => {
  const { poll, clock, asked, listen, answer } = listening();
  void listen();
  await clock.advance(500);
  poll.refreshNow();
  poll.quicken();
  await clock.advance(60_000);
  expect(asked).toHaveLength(1);
  await answer(quiet);
  expect(asked).toHaveLength(2);
});

test('a failure ends the listening with that failure', async () => {
  const { clock, listen, answer } = listening();
  const end = listen();
  await clock.advance(500);
  const outcome = end.catch((error: unknown) => error);
  await answer(new Error('connection reset'));
  expect(await outcome).toEqual(new Error('connection reset'));
});

test('the batch that ends the chat is the last (F83)', async () => {
  const { clock, asked, batches, listen, answer } = listening();
  const end = listen();
  await clock.advance(500);
  await answer({ ...quiet, isEnded: true });
  await expect(end).resolves.toBe('done');
  expect(batches).toHaveLength(1);
  await clock.advance(60_000);
  expect(asked).toHaveLength(1);
  expect(clock.sleepers()).toBe(0);
});

test('listening ends without a word when it is given up, in a pause and in a refresh', async () => {
  const inPause = listening();
  const pauseEnd = inPause.listen();
  await settled();
  inPause.caller.abort();
  await expect(pauseEnd).resolves.toBe('done');
  expect(inPause.asked).toHaveLength(0);
  expect(inPause.clock.sleepers()).toBe(0);

  const inRefresh = listening();
  const refreshEnd = inRefresh.listen();
  await inRefresh.clock.advance(500);
  inRefresh.caller.abort();
  await inRefresh.answer(new Error('aborted'));
  await expect(refreshEnd).resolves.toBe('done');
  expect(inRefresh.batches).toHaveLength(0);
});

test('while nobody looks it asks every eight seconds, and at once when somebody does', async () => {
  let isHidden = true;
  const { poll, clock, asked, listen, answer } = listening(() => isHidden);
  void listen();
  for (let second = 0; second < 60; second += 1) {
    const before = asked.length;
    await clock.advance(1_000);
    if (asked.length > before) await answer(said(6 + second, 'agent'));
  }
  expect(asked.length).toBeGreaterThanOrEqual(6);
  expect(asked.length).toBeLessThanOrEqual(8);
  isHidden = false;
  poll.refreshNow();
  await settled();
  const before = asked.length;
  await answer(quiet);
  await clock.advance(3_000);
  expect(asked).toHaveLength(before + 1);
});

test('an earlier page is asked for before anything else, for as long as it is wished for, and said to be one', async () => {
  const asked: number[] = [];
  const poll = pollTranscript(settings, createTestClock(), async (position) => {
    asked.push(position);
    return quiet;
  });
  let wish: number | null = 20;
  const pages: (number | undefined)[] = [];
  const listening = poll.listen(
    () => 40,
    new AbortController().signal,
    () => wish,
  );
  poll.refreshNow();
  for await (const { page } of listening) {
    pages.push(page);
    if (pages.length === 2) wish = null;
    if (pages.length === 3) break;
    poll.refreshNow();
  }
  expect(asked).toEqual([20, 20, 40]);
  expect(pages).toEqual([20, 20, undefined]);
});
