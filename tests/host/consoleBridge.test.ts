import { afterEach, describe, expect, test } from 'vitest';
import { createConsoleBridge } from '../../src/host/consoleBridge.ts';
import type { ContentSize } from '../../src/host/contentSize.ts';
import { packSessionData, readSessionData } from '../../src/host/sessionData.ts';
import { createSession } from '../../src/session/createSession.ts';
import type { SessionEffect } from '../../src/session/effect.ts';
import type { SessionFact } from '../../src/session/event.ts';
import { batch, happened, maria, me, order, said } from '../session/samples.ts';
import { connect, fakePage, fakePeer, mark } from './fakePage.ts';

const SHOP = 'https://shop.test';
const open: MessagePort[] = [];

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

function openBridge(sharesText = false, sharesSession = false) {
  const { peer } = fakePeer();
  const { page, post } = fakePage({ parent: peer });
  const effects: SessionEffect[] = [];
  const session = createSession({
    now: () => 0,
    persist: () => {},
    runEffect: (effect) => {
      if (effect.type === 'tell' || effect.type === 'rename') effects.push(effect);
    },
  });
  const done: unknown[] = [];
  let time = 0;
  let resize: (size: ContentSize) => void = () => {};
  const bridge = createConsoleBridge({
    page,
    session,
    origins: [SHOP],
    known: SHOP,
    now: () => time,
    sharesText,
    sharesSession,
    diagnostics: [{ code: 'scenario_refused', key: 'gmsScenario' }],
    watchSize(tell) {
      resize = tell;
      tell({ width: 400, height: 640 });
    },
    onConnect: ({ customer }) => done.push(['connect', customer]),
    onUpdate: ({ userData }) => done.push(['update', userData]),
    onHandOver: () => done.push(['handOver']),
    onFocus: () => done.push(['focus']),
    onClose: () => done.push(['close']),
  });
  const heard: { type: string }[] = [];

  function meet(message: object = connect): MessagePort {
    const { port1, port2 } = new MessageChannel();
    open.push(port1);
    port1.addEventListener('message', ({ data }) => heard.push(data));
    port1.start();
    post(peer, SHOP, message, [port2]);
    return port1;
  }

  return {
    bridge,
    effects,
    session,
    page,
    done,
    heard,
    meet,
    /** a channel's end that is to take the chat; closed when the console refuses it */
    handOver(port: MessagePort): void {
      const { port1, port2 } = new MessageChannel();
      open.push(port1);
      port.postMessage({ ...mark, type: 'handOver' }, [port2]);
    },
    resize: (size: ContentSize) => resize(size),
    pass: (ms: number) => void (time += ms),
    dispatch: (...facts: readonly SessionFact[]) => {
      for (const fact of facts) session.dispatch(fact);
    },
    said: (type: string) => heard.filter((one) => one.type === type),
  };
}

const launched: SessionFact = { type: 'launched', order };
const opened: SessionFact = { type: 'chatOpened', batch: batch() };
const received = (...events: Parameters<typeof batch>): SessionFact => ({
  type: 'received',
  batch: batch(...events),
});

test('tells a host that has just come how things stand', async () => {
  const { dispatch, heard, meet } = openBridge();
  dispatch(launched, opened, received([happened('joined', 1, maria), said(2, maria, 'Hello')]));
  meet();
  await expect.poll(() => heard).toHaveLength(6);
  expect(heard).toEqual(
    [
      { type: 'ready' },
      { type: 'state', phase: 'chat' },
      { type: 'agent', action: 'joined', name: 'Maria' },
      { type: 'unread', count: 0 },
      { type: 'size', width: 400, height: 640 },
      { type: 'diagnostic', code: 'scenario_refused', key: 'gmsScenario' },
    ].map((message) => ({ ...mark, ...message })),
  );
});

test('reports what happens, in order, without the words of it', async () => {
  const { dispatch, heard, meet } = openBridge();
  meet();
  dispatch(
    launched,
    opened,
    received([happened('joined', 1, maria), said(2, maria, 'Hello'), said(3, me, 'Hi')]),
    received([happened('left', 4, maria)], true),
  );
  await expect.poll(() => heard.at(-1)?.type).toBe('ended');
  expect(heard.slice(5)).toEqual(
    [
      { type: 'state', phase: 'starting' },
      { type: 'state', phase: 'chat' },
      { type: 'agent', action: 'joined', name: 'Maria' },
      { type: 'message', from: 'agent', count: 1 },
      { type: 'message', from: 'me', count: 2 },
      { type: 'state', phase: 'ended' },
      { type: 'agent', action: 'left', name: 'Maria' },
      { type: 'ended', reason: 'agent' },
    ].map((message) => ({ ...mark, ...message })),
  );
});

test('tells the words where the site wants that', async () => {
  const { dispatch, meet, said: saidOf } = openBridge(true);
  meet();
  dispatch(launched, opened, received([said(1, maria, 'Hello')]));
  await expect
    .poll(() => saidOf('message'))
    .toEqual([{ ...mark, type: 'message', from: 'agent', count: 1, text: 'Hello' }]);
});

test('does not report as new what is read again after a reload', async () => {
  const { dispatch, meet, said: saidOf, session } = openBridge();
  meet();
  const { chat } = batch();
  dispatch(
    { type: 'resumed', record: { order, chat, waiting: null, failure: null, outbox: [], draft: '' } },
    { type: 'holdGained' },
    received([said(1, maria, 'Hello'), said(2, maria, 'There')]),
    received([said(3, maria, 'New')]),
  );
  expect(session.getState().conversation.entries).toHaveLength(3);
  await expect.poll(() => saidOf('message')).toEqual([{ ...mark, type: 'message', from: 'agent', count: 3 }]);
});

test('counts what nobody has seen: minimised, or in a page that is hidden', async () => {
  const { dispatch, meet, said: saidOf, page, done } = openBridge();
  const counts = () => saidOf('unread').map((one) => ('count' in one ? one.count : null));
  const port = meet();
  dispatch(launched, opened, received([said(1, maria, 'Seen')]));
  port.postMessage({ ...mark, type: 'show', isShown: false });
  port.postMessage({ ...mark, type: 'focus' });
  await expect.poll(() => done).toContainEqual(['focus']);
  dispatch(received([said(2, maria, 'One'), said(3, me, 'Mine'), said(4, maria, 'Two')]));
  await expect.poll(counts).toEqual([0, 2]);
  port.postMessage({ ...mark, type: 'show', isShown: true });
  await expect.poll(counts).toEqual([0, 2, 0]);
  Object.assign(page.document, { hidden: true });
  dispatch(received([said(5, maria, 'Three')]));
  await expect.poll(counts).toEqual([0, 2, 0, 1]);
  Object.assign(page.document, { hidden: false });
  page.document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(counts).toEqual([0, 2, 0, 1, 0]);
});

test('does what it is asked for, and hands a port over only with the command for it', async () => {
  const { done, meet, said: saidOf, bridge, handOver } = openBridge();
  const port = meet({ ...connect, customer: { firstName: 'Ana' } });
  port.postMessage({ ...mark, type: 'update', userData: { basket: '3' } });
  port.postMessage({ ...mark, type: 'focus' });
  port.postMessage({ ...mark, type: 'handOver' });
  bridge.wish('move');
  handOver(port);
  port.postMessage({ ...mark, type: 'close' });
  await expect
    .poll(() => done)
    .toEqual([
      ['connect', { firstName: 'Ana' }],
      ['update', { basket: '3' }],
      ['focus'],
      ['handOver'],
      ['close'],
    ]);
  await expect.poll(() => saidOf('diagnostic')).toHaveLength(2);
});

test('tells a host of each of its faults once', async () => {
  const { meet, said: saidOf, bridge } = openBridge();
  const port = meet();
  for (let count = 0; count < 5; count += 1) {
    port.postMessage({ ...mark, type: 'show' });
    port.postMessage({ ...mark, type: 'dance' });
  }
  bridge.wish('move');
  await expect.poll(() => saidOf('wish')).toHaveLength(1);
  port.postMessage({ ...mark, type: 'focus' });
  await expect
    .poll(() => saidOf('diagnostic').map((one) => ('code' in one ? one.code : null)))
    .toEqual(['scenario_refused', 'malformed', 'unknown']);
});

test('says anew how much room it wants, and again to each host that comes', async () => {
  const { meet, said: saidOf, resize } = openBridge();
  const heights = () => saidOf('size').map((one) => ('height' in one ? one.height : null));
  meet();
  resize({ width: 400, height: 380 });
  await expect.poll(heights).toEqual([640, 380]);
  meet();
  await expect.poll(heights).toEqual([640, 380, 380]);
});

describe('a chat is given away', () => {
  test('only when somebody pressed the button for it, and once', async () => {
    const { bridge, done, meet, handOver, pass, said: saidOf } = openBridge();
    const port = meet();
    handOver(port);
    bridge.wish('minimize');
    handOver(port);
    port.postMessage({ ...mark, type: 'focus' });
    await expect.poll(() => done.slice(1)).toEqual([['focus']]);
    expect(saidOf('diagnostic').at(-1)).toEqual({ ...mark, type: 'diagnostic', code: 'not_wished' });
    bridge.wish('move');
    pass(30_000);
    handOver(port);
    handOver(port);
    port.postMessage({ ...mark, type: 'focus' });
    await expect.poll(() => done.slice(1)).toEqual([['focus'], ['handOver'], ['focus']]);
  });

  test('not for a wish of long ago', async () => {
    const { bridge, done, meet, handOver, pass } = openBridge();
    const port = meet();
    bridge.wish('move');
    pass(30_001);
    handOver(port);
    port.postMessage({ ...mark, type: 'focus' });
    await expect.poll(() => done.slice(1)).toEqual([['focus']]);
  });
});

describe('an asynchronous chat', () => {
  const asyncOrder = { ...order, isAsync: true };
  const begun: SessionFact = { type: 'launched', order: asyncOrder };
  const data = { chatId: 'C1', userId: 'U1', secureKey: 'K1', alias: '204' };
  const told = (bridge: ReturnType<typeof openBridge>) =>
    bridge.said('session').map((message) => ('data' in message ? String(message.data) : null));

  test('is given to the host that keeps it, anew when its keys change, and to be dropped at its end', async () => {
    const bridge = openBridge(false, true);
    bridge.meet();
    bridge.dispatch(begun, opened, received([said(1, maria, 'Hello')]));
    const moved = { ...batch(), chat: { api: 'v2', ...data, alias: '311' } as const };
    bridge.dispatch({ type: 'received', batch: moved }, { type: 'endRequested' });
    await expect.poll(() => bridge.said('ended')).toHaveLength(1);
    expect(told(bridge).map((text) => text && readSessionData(text))).toEqual([
      data,
      { ...data, alias: '311' },
      '',
    ]);
  });

  test('is told again to a host that comes later', async () => {
    const bridge = openBridge(false, true);
    bridge.dispatch(begun, opened);
    bridge.meet();
    bridge.meet();
    await expect.poll(() => told(bridge)).toEqual([packSessionData(data), packSessionData(data)]);
  });

  test('is kept from a host that the site has not allowed to keep it', async () => {
    const bridge = openBridge();
    bridge.meet();
    bridge.dispatch(begun, opened, { type: 'endRequested' });
    await expect.poll(() => bridge.said('ended')).toHaveLength(1);
    expect(JSON.stringify(bridge.heard)).not.toMatch(/K1|U1|C1|session/);
  });

  test('is the only kind whose keys are given away', async () => {
    const bridge = openBridge(false, true);
    bridge.meet();
    bridge.dispatch(launched, opened);
    await expect.poll(() => bridge.said('state').length).toBeGreaterThan(0);
    expect(bridge.said('session')).toEqual([]);
  });

  test('that goes on in another window is nothing to be dropped', async () => {
    const bridge = openBridge(false, true);
    bridge.meet();
    bridge.dispatch(begun, opened, { type: 'handedOver' }, { type: 'movedAway' });
    await expect.poll(() => bridge.said('state').at(-1)).toMatchObject({ phase: 'ended' });
    expect(told(bridge)).toEqual([packSessionData(data)]);
  });
});

describe('what a host says about its page and its visitor', () => {
  test('reaches the chat, and the name the chats after it', async () => {
    const bridge = openBridge();
    const port = bridge.meet();
    bridge.dispatch(launched, opened);
    port.postMessage({ ...mark, type: 'page', url: 'https://shop.test/order/12' });
    port.postMessage({ ...mark, type: 'rename', nickname: 'Ana S.' });
    await expect
      .poll(() => bridge.effects)
      .toEqual([
        { type: 'tell', news: { type: 'page', url: 'https://shop.test/order/12' } },
        { type: 'rename', nickname: 'Ana S.' },
      ]);
    expect(bridge.session.getState().order?.customer).toMatchObject({ nickname: 'Ana S.' });
  });

  test('comes to nothing without a chat, and the integrator is told of it', async () => {
    const bridge = openBridge();
    const port = bridge.meet();
    port.postMessage({ ...mark, type: 'page', url: 'https://shop.test/' });
    await expect
      .poll(() => bridge.said('diagnostic'))
      .toContainEqual(expect.objectContaining({ code: 'no_chat', key: 'page' }));
    expect(bridge.effects).toEqual([]);
  });
});
