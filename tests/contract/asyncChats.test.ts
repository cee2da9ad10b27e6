import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HttpGms } from '../../src/mocks/httpServer.ts';
import { startHttpGms } from '../../src/mocks/httpServer.ts';
import { browserClock } from '../../src/platform/browserClock.ts';
import { asyncPhases } from '../../src/session/asyncPhases.ts';
import { createEffectRunner } from '../../src/session/createEffectRunner.ts';
import type { Session } from '../../src/session/createSession.ts';
import { onlyWindow } from '../../src/session/onlyWindow.ts';
import type { ChatRef, Order } from '../../src/session/ports.ts';
import { runSession } from '../../src/session/runSession.ts';
import { transitionBy } from '../../src/session/transitionBy.ts';
import { order } from '../session/samples.ts';
import type { Leg } from './support/legs.ts';
import { connect, LEGS } from './support/legs.ts';

/** Asynchronous chats as a whole session reads them, by every way in which a chat of v2 can travel. */
const SPEED = 10;
const asyncOrder: Order = { ...order, chatVia: 'chat', isAsync: true };
vi.setConfig({ testTimeout: 20_000 });

let gms: HttpGms;
let past: number;
let sessions: Session[];

beforeEach(async () => {
  const start = Date.now();
  past = 0;
  sessions = [];
  gms = await startHttpGms({
    port: 0,
    clock: {
      now: () => start + past + (Date.now() - start) * SPEED,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / SPEED)),
    },
  });
  gms.gms.play('echo');
});
afterEach(async () => {
  for (const session of sessions) session.dispatch({ type: 'handedOver' });
  await gms.close();
});

async function startSession(leg: Leg): Promise<Session> {
  const { desk, transport } = await connect(leg, gms.url);
  const run = createEffectRunner({
    desk,
    transport,
    ownerLock: onlyWindow,
    clock: browserClock,
    log: { warn: () => undefined },
    random: Math.random,
    position: () => session.getState().conversation.position,
    earlier: () => session.getState().conversation.pages?.wish ?? null,
  });
  const session = runSession({
    transition: transitionBy(() => asyncPhases),
    now: browserClock.now,
    persist: () => undefined,
    runEffect: (effect, dispatch) => effect.type !== 'relaunch' && run(effect, dispatch),
  });
  sessions.push(session);
  return session;
}

const eventually = <Value>(look: () => Value) => vi.waitFor(look, { timeout: 8_000, interval: 10 });

const POLLING: Leg = { name: 'v2, polling', api: 'v2', carrier: 'polling' };

/** Opens a chat and says so much in it that it has several pages; answers what names it. */
async function talk(leg: Leg, messages: number): Promise<ChatRef> {
  const session = await startSession(leg);
  session.dispatch({ type: 'launched', order: asyncOrder });
  for (let count = 1; count <= messages; count += 1) {
    session.dispatch({ type: 'sendRequested', key: `k${count}`, text: `Message ${count}` });
  }
  await eventually(() => expect(gms.gms.chats()[0]?.events.length).toBeGreaterThan(messages * 2));
  await eventually(() => expect(session.getState().outbox).toEqual([]));
  const state = session.getState();
  if (state.phase !== 'chat') throw new Error(`Expected a chat, got ${state.phase}`);
  session.dispatch({ type: 'handedOver' });
  await becameQuiet();
  return state.chat;
}

/** What was under way has arrived. */
async function becameQuiet(): Promise<void> {
  let before = -1;
  await vi.waitFor(
    () => {
      const isQuiet = gms.gms.requests().length === before;
      before = gms.gms.requests().length;
      expect(isQuiet).toBe(true);
    },
    { timeout: 8_000, interval: 50 },
  );
}

async function resume(leg: Leg, chat: ChatRef): Promise<Session> {
  const session = await startSession(leg);
  const record = { order: asyncOrder, chat, waiting: null, failure: null, outbox: [], draft: '' };
  session.dispatch({ type: 'resumed', record });
  return session;
}

function indexes(session: Session): readonly (number | null)[] {
  return session.getState().conversation.entries.map(({ index }) => index);
}

const isShown = ({ type }: { type: string }) => type === 'Message';
const messagesFrom = (session: Session) =>
  session.getState().conversation.entries.flatMap((entry) => (entry.kind === 'message' ? entry.index : []));
const told = () =>
  gms.gms
    .chats()[0]
    ?.events.filter(isShown)
    .map(({ index }) => index) ?? [];

describe.each(LEGS.filter(({ api }) => api === 'v2'))('$name', (leg) => {
  test('a chat that nobody looked at for a day goes on with its last page, and is read back page by page', async () => {
    const chat = await talk(leg, 14);
    past = 86_400_000;
    const session = await resume(leg, chat);
    await eventually(() => expect(session.getState().conversation.pages).toMatchObject({ wish: null }));
    const { pages, newest } = session.getState().conversation;
    expect(pages?.start).toBe(newest - 20);
    expect(messagesFrom(session)).toEqual(told().filter((index) => index > newest - 20));

    for (let page = 0; page < 10 && session.getState().conversation.pages?.start !== 0; page += 1) {
      const { start = 0 } = session.getState().conversation.pages ?? {};
      session.dispatch({ type: 'earlierRequested' });
      await eventually(() => expect(session.getState().conversation.pages?.start).toBeLessThan(start));
    }
    expect(messagesFrom(session)).toEqual(told());
    expect(indexes(session)).toEqual(indexes(session).toSorted((one, other) => Number(one) - Number(other)));

    session.dispatch({ type: 'sendRequested', key: 'back', text: 'I am back' });
    await eventually(() => expect(messagesFrom(session)).toHaveLength(30));
    expect(messagesFrom(session)).toEqual(told());
    expect(gms.gms.chats()).toHaveLength(1);
  });

  test('a chat that an agent closed meanwhile says so, with its last page, and no other is opened', async () => {
    // a window that is pushed to would go on hearing of it for a while, and be told of the end
    const chat = await talk(POLLING, 14);
    gms.gms.inject({ name: 'end', on: 'refresh' });
    const session = await resume(leg, chat);
    await eventually(() => expect(session.getState()).toMatchObject({ phase: 'ended', reason: 'agent' }));
    expect(messagesFrom(session).length).toBeGreaterThan(10);
    expect(gms.gms.chats()).toHaveLength(1);
  });

  test('a chat that the server does not know any more has ended, and no other is opened', async () => {
    const chat = await talk(leg, 2);
    gms.gms.restart(false);
    const session = await resume(leg, chat);
    await eventually(() => expect(session.getState()).toMatchObject({ phase: 'ended', reason: 'away' }));
    expect(gms.gms.chats()).toHaveLength(0);
  });
});
