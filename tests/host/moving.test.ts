import { expect, test } from 'vitest';
import { giveChat } from '../../src/host/giveChat.ts';
import { takeChat } from '../../src/host/takeChat.ts';
import type { Session } from '../../src/session/createSession.ts';
import { createSession } from '../../src/session/createSession.ts';
import type { SessionEffect } from '../../src/session/effect.ts';
import type { SessionFact } from '../../src/session/event.ts';
import type { TestClock } from '../gms/testClock.ts';
import { createTestClock, settled } from '../gms/testClock.ts';
import { batch, order } from '../session/samples.ts';

function openSession(clock: TestClock, ...facts: readonly SessionFact[]) {
  const effects: SessionEffect['type'][] = [];
  const session = createSession({
    now: clock.now,
    persist: () => {},
    runEffect: ({ type }) => effects.push(type),
  });
  for (const fact of facts) session.dispatch(fact);
  return { session, effects };
}

function give(port: MessagePort, session: Session, clock: TestClock) {
  return giveChat(port, { session, clock, pack: (content) => JSON.stringify(content), place: () => 7 });
}

const launched: SessionFact = { type: 'launched', order };
const opened: SessionFact = { type: 'chatOpened', batch: batch() };

/** Ports deliver in tasks of their own. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await settled();
}

test('gives record and place to the other window, then what was written meanwhile, and has moved', async () => {
  const clock = createTestClock();
  const { port1, port2 } = new MessageChannel();
  const old = openSession(clock, launched, opened, { type: 'draftChanged', text: 'half a' });
  const giving = give(port1, old.session, clock);
  const taken = await takeChat(port2, clock);
  expect(JSON.parse(taken?.text ?? '')).toMatchObject({ chat: { chatId: 'C1' }, draft: 'half a' });
  expect(taken?.place).toBe(7);
  expect(old.session.getState().phase).toBe('loading');

  old.session.dispatch({ type: 'sendRequested', key: 'k', text: 'Meanwhile' });
  const { session } = openSession(clock, launched, opened);
  taken?.acknowledge(session, () => 'new-key');
  expect(await giving).toBe(true);
  await expect.poll(() => session.getState().outbox.map(({ text }) => text)).toEqual(['Meanwhile']);
  expect(old.session.getState()).toMatchObject({ phase: 'ended', reason: 'moved' });
  expect(old.effects).not.toContain('leaveChat');
  expect(old.effects).not.toContain('send');
});

test('goes on where it was when nobody says that they have it', async () => {
  const clock = createTestClock();
  const { port1, port2 } = new MessageChannel();
  const { session, effects } = openSession(clock, launched, opened);
  const giving = give(port1, session, clock);
  await quiet();
  await clock.advance(5_000);
  expect(await giving).toBe(false);
  expect(session.getState().phase).toBe('chat');
  expect(effects.at(-1)).toBe('holdChat');
  port2.close();
});

test('waits for a start that is under way, and gives what came of it', async () => {
  const clock = createTestClock();
  const { port1, port2 } = new MessageChannel();
  const { session } = openSession(clock, launched);
  void give(port1, session, clock);
  const taking = takeChat(port2, clock);
  await quiet();
  expect(session.getState().phase).toBe('starting');
  session.dispatch(opened);
  expect((await taking)?.text).toContain('C1');
  port1.close();
});

test('gives no record of a form that nothing has come of, and shows it again if nobody takes it', async () => {
  const clock = createTestClock();
  const { port1, port2 } = new MessageChannel();
  const form: SessionFact = { type: 'launched', order: { ...order, scenario: 'VOICE-NOW-USERTERM' } };
  const { session } = openSession(clock, form);
  const giving = give(port1, session, clock);
  expect((await takeChat(port2, clock))?.text).toBeNull();
  await clock.advance(5_000);
  expect(await giving).toBe(false);
  expect(session.getState().phase).toBe('form');
});

test('keeps what is over, and what only this window can show', async () => {
  const clock = createTestClock();
  const { port1 } = new MessageChannel();
  const { session } = openSession(clock, launched, opened, { type: 'endRequested' });
  expect(await give(port1, session, clock)).toBe(false);
  expect(session.getState()).toMatchObject({ phase: 'ended', reason: 'visitor' });
});

test('gives up a chat that does not come, and takes none that comes later', async () => {
  const clock = createTestClock();
  const { port1, port2 } = new MessageChannel();
  const taking = takeChat(port2, clock);
  for (const junk of [
    null,
    'record',
    { type: 'record' },
    { source: 'x', version: 1, type: 'record', text: '' },
  ]) {
    port1.postMessage(junk);
  }
  await quiet();
  await clock.advance(5_000);
  expect(await taking).toBeNull();
  const old = openSession(clock, launched, opened);
  const giving = give(port1, old.session, clock);
  await quiet();
  await clock.advance(5_000);
  expect(await giving).toBe(false);
  expect(old.session.getState().phase).toBe('chat');
});
