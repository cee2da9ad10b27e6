import { expect, test } from 'vitest';
import { tellData } from '../../src/host/tellData.ts';
import { createSession } from '../../src/session/createSession.ts';
import type { SessionFact } from '../../src/session/event.ts';
import type { Failure } from '../../src/session/failure.ts';
import { ChatError } from '../../src/session/failure.ts';
import { createTestClock, settled } from '../gms/testClock.ts';
import { batch, chat, order } from '../session/samples.ts';

/** A session whose host keeps telling; `failures` are what the server answers with, one after the other. */
function openTelling(failures: Failure[] = []) {
  const clock = createTestClock();
  const told: unknown[] = [];
  const warned: unknown[] = [];
  const session = createSession({ now: clock.now, persist: () => {}, runEffect: () => {} });
  tellData({
    session,
    clock,
    log: { warn: (name, facts) => warned.push([name, facts]) },
    async attach(target, data) {
      told.push([target, data]);
      const failure = failures.shift();
      if (failure) throw new ChatError(failure);
      await settled();
    },
  });
  const dispatch = (...facts: readonly SessionFact[]) => {
    for (const fact of facts) session.dispatch(fact);
  };
  const amend = (userData: Record<string, string>, ids: object = {}) =>
    dispatch({
      type: 'orderAmended',
      changes: { ...ids, userData: { ...session.getState().order?.userData, ...userData } },
    });
  const until = async (count: number) => {
    await expect.poll(() => told).toHaveLength(count);
    for (let turn = 0; turn < 5; turn += 1) await settled();
  };
  return { clock, told, warned, session, dispatch, amend, until };
}

const launched: SessionFact = { type: 'launched', order };
const opened: SessionFact = { type: 'chatOpened', batch: batch() };

test('tells a running chat what is new, and nothing that the start took along', async () => {
  const { told, dispatch, amend, until } = openTelling();
  dispatch(launched, opened);
  amend({ basket: '3' }, { visitId: 'v-1', pageId: 'p-2' });
  await until(1);
  amend({ basket: '3' });
  await until(1);
  expect(told).toEqual([[{ chat }, { basket: '3', pageID: 'p-2' }]]);
});

test('waits for the chat with what comes while it starts', async () => {
  const { told, dispatch, amend, until } = openTelling();
  dispatch(launched);
  amend({ basket: '3' });
  amend({ basket: '4', coupon: 'X' });
  await until(0);
  dispatch(opened);
  await until(1);
  expect(told).toEqual([[{ chat }, { basket: '4', coupon: 'X' }]]);
});

test('lets the start take along what comes before it', async () => {
  const { told, dispatch, amend, until } = openTelling();
  dispatch({ type: 'launched', order: { ...order, scenario: 'VOICE-NOW-USERTERM' } });
  amend({ basket: '3' });
  dispatch({ type: 'formSubmitted', customer: { contactNumber: '+4741234567' } });
  dispatch({ type: 'startAnswered', reply: { type: 'wait', serviceId: 'S1' } });
  await until(0);
  amend({ basket: '4' });
  await until(1);
  expect(told).toEqual([[{ serviceId: 'S1' }, { basket: '4' }]]);
});

test('keeps the order of what changes while it is being told', async () => {
  const { told, dispatch, amend, until } = openTelling();
  dispatch(launched, opened);
  amend({ basket: '1' });
  amend({ basket: '2' });
  amend({ basket: '3' });
  await until(2);
  expect(told.map((one) => (Array.isArray(one) ? one[1] : null))).toEqual([{ basket: '1' }, { basket: '3' }]);
});

test('marks the interaction when the visit becomes known late', async () => {
  const { told, dispatch, amend, until } = openTelling();
  const { visitId: _visit, pageId: _page, ...unknown } = order;
  dispatch({ type: 'launched', order: { ...unknown, isProactive: false } }, opened);
  amend({}, { visitId: 'v-9', isProactive: true });
  await until(1);
  expect(told).toEqual([[{ chat }, { visitID: 'v-9', webengagement: '' }]]);
});

test('tries three times at most, then says so to integrators and goes on', async () => {
  const failures: Failure[] = [{ kind: 'timeout' }, { kind: 'server', status: 500 }, { kind: 'network' }];
  const { clock, told, warned, dispatch, amend, until } = openTelling(failures);
  dispatch(launched, opened);
  amend({ basket: '3' });
  await until(1);
  await clock.advance(3_000);
  await until(2);
  await clock.advance(10_000);
  await until(3);
  await clock.advance(60_000);
  expect(warned).toEqual([['data.not_attached', { kind: 'network' }]]);
  amend({ basket: '4' });
  await until(4);
  expect(told.at(-1)).toEqual([{ chat }, { basket: '4' }]);
});

test('does not insist where the server refuses, nor after the end', async () => {
  const refused = openTelling([{ kind: 'refused', status: 400 }]);
  refused.dispatch(launched, opened);
  refused.amend({ basket: '3' });
  await refused.until(1);
  await refused.clock.advance(60_000);
  expect(refused.told).toHaveLength(1);

  const ended = openTelling([{ kind: 'server', status: 500 }]);
  ended.dispatch(launched, opened);
  ended.amend({ basket: '3' });
  await ended.until(1);
  ended.dispatch({ type: 'endRequested' });
  await ended.clock.advance(60_000);
  ended.amend({ basket: '4' });
  await ended.until(1);
});

test('waits while the browser is offline', async () => {
  const { told, dispatch, amend, until } = openTelling([{ kind: 'offline' }]);
  dispatch(launched, opened, { type: 'wentOffline' });
  amend({ basket: '3' });
  await until(0);
  dispatch({ type: 'wentOnline' });
  await until(1);
  // the browser thought it was online, and was not
  dispatch({ type: 'wentOffline' }, { type: 'wentOnline' });
  await until(2);
  expect(told).toEqual([
    [{ chat }, { basket: '3' }],
    [{ chat }, { basket: '3' }],
  ]);
});

test('tells a chat that was taken up again only what is new', async () => {
  const { told, dispatch, amend, until } = openTelling();
  const record = { order, chat, waiting: null, failure: null, outbox: [], draft: '' };
  dispatch({ type: 'resumed', record });
  await until(0);
  amend({ basket: '3' });
  await until(1);
  expect(told).toEqual([[{ chat }, { basket: '3' }]]);
});
