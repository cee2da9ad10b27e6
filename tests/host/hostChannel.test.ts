import { describe, expect, test } from 'vitest';
import { openHostChannel } from '../../src/host/hostChannel.ts';
import { connect, fakePage, fakePeer, mark } from './fakePage.ts';

const CONSOLE = 'https://console.test';
const SHOP = 'https://shop.test';

function openIn(wiring: Parameters<typeof fakePage>[0], known: string | null = null) {
  const { page, post } = fakePage(wiring);
  const heard: unknown[] = [];
  let now = 0;
  const channel = openHostChannel({
    page,
    origins: [CONSOLE, SHOP],
    known,
    now: () => now,
    onConnect: (message, transfer) => heard.push([message.type, transfer !== null]),
    onCommand: (command, ports) => heard.push([command.type, ports.length]),
    onDrop: (code) => heard.push(code),
  });
  return { page, post, heard, channel, pass: (ms: number) => (now += ms) };
}

function port(): MessagePort {
  return new MessageChannel().port2;
}

/** What a port delivers comes with a task of its own. */
async function nextOn(end: MessagePort): Promise<unknown> {
  return new Promise((resolve) => {
    end.addEventListener('message', ({ data }) => resolve(data), { once: true });
    end.start();
  });
}

describe('meeting the host', () => {
  test('says hello to each origin that may be its host, and never to any', () => {
    const { peer, posted } = fakePeer();
    openIn({ parent: peer });
    expect(posted).toEqual([
      [{ ...mark, type: 'hello' }, CONSOLE],
      [{ ...mark, type: 'hello' }, SHOP],
    ]);
  });

  test('says hello to the one that the browser names, and to nobody where that one is not allowed', () => {
    const one = fakePeer();
    openIn({ opener: one.peer }, SHOP);
    expect(one.posted.map(([, origin]) => origin)).toEqual([SHOP]);
    const other = fakePeer();
    openIn({ opener: other.peer }, 'https://evil.test');
    expect(other.posted).toEqual([]);
  });

  test('answers a page that came later, where it is', () => {
    const { peer, posted } = fakePeer();
    const { post } = openIn({ opener: peer }, CONSOLE);
    posted.length = 0;
    post(peer, SHOP, { ...mark, type: 'greet' });
    expect(posted.map(([, origin]) => origin)).toEqual([SHOP]);
  });
});

describe('connecting', () => {
  test.for([
    ['a sibling, a nested frame or a page above the host', (peer: object) => [{ ...peer }, SHOP] as const],
    ['nobody', () => [null, SHOP] as const],
  ] as const)('takes nothing from %s', ([, from]) => {
    const { peer, posted } = fakePeer();
    const { post, heard } = openIn({ parent: peer });
    posted.length = 0;
    const [source, origin] = from(peer);
    for (const message of [connect, { ...mark, type: 'greet' }]) post(source, origin, message, [port()]);
    expect([heard, posted]).toEqual([[], []]);
  });

  test('takes nothing from a host that has gone to a page of somebody else', () => {
    const { peer, posted } = fakePeer();
    const { post, heard } = openIn({ opener: peer });
    posted.length = 0;
    for (const origin of ['https://evil.test', 'null', 'https://shop.test.evil.test', '']) {
      post(peer, origin, connect, [port()]);
      post(peer, origin, { ...mark, type: 'greet' });
    }
    expect(new Set(heard)).toEqual(new Set(['origin']));
    expect(posted).toEqual([]);
  });

  test('does not take an opener for its host while it is in a frame', () => {
    const [parent, opener] = [fakePeer(), fakePeer()];
    const { post, heard } = openIn({ parent: parent.peer, opener: opener.peer });
    post(opener.peer, SHOP, connect, [port()]);
    expect(heard).toEqual([]);
  });

  test.for([
    ['no port', connect, 0],
    ['a port too many', connect, 2],
    ['a chat to take over, but no port for it', { ...connect, takesOver: true }, 1],
    ['three ports', { ...connect, takesOver: true }, 3],
  ] as const)('refuses %s', ([, message, count]) => {
    const { peer } = fakePeer();
    const { post, heard } = openIn({ parent: peer });
    post(peer, SHOP, message, Array.from({ length: count }, port));
    expect(heard).toEqual(['malformed']);
  });

  test('reads commands from the channel only, and drops what it does not know', async () => {
    const { peer } = fakePeer();
    const { post, heard, channel } = openIn({ parent: peer });
    const { port1, port2 } = new MessageChannel();
    post(peer, SHOP, { ...mark, type: 'close' });
    post(peer, SHOP, connect, [port2]);
    for (const message of [{ ...mark, type: 'focus' }, { type: 'close' }, { ...mark, type: 'x' }, connect]) {
      port1.postMessage(message);
    }
    port1.postMessage({ ...mark, type: 'close' });
    await expect.poll(() => heard).toHaveLength(7);
    expect(heard).toEqual([
      'unknown',
      ['connect', false],
      ['focus', 0],
      'malformed',
      'unknown',
      'unknown',
      ['close', 0],
    ]);
    const said = nextOn(port1);
    channel.say({ type: 'ready' });
    expect(await said).toEqual({ ...mark, type: 'ready' });
    port1.close();
  });

  test('talks on the newest channel: its host navigated and came back', async () => {
    const { peer } = fakePeer();
    const { post, heard, channel } = openIn({ opener: peer });
    const [old, fresh] = [new MessageChannel(), new MessageChannel()];
    post(peer, SHOP, connect, [old.port2]);
    post(peer, SHOP, connect, [fresh.port2]);
    const said = nextOn(fresh.port1);
    channel.say({ type: 'ready' });
    expect(await said).toEqual({ ...mark, type: 'ready' });
    old.port1.postMessage({ ...mark, type: 'close' });
    fresh.port1.postMessage({ ...mark, type: 'focus' });
    await expect.poll(() => heard.at(-1)).toEqual(['focus', 0]);
    expect(heard).not.toContainEqual(['close', 0]);
    fresh.port1.close();
  });

  test('stops reading from a host that floods it, and reads on after a while', () => {
    const { peer } = fakePeer();
    const { post, heard, pass } = openIn({ parent: peer });
    for (let count = 0; count < 60; count += 1) post(peer, SHOP, { ...mark, type: 'greet' });
    expect(heard).toEqual(Array.from({ length: 10 }, () => 'flood'));
    pass(10_000);
    post(peer, SHOP, connect, [port()]);
    expect(heard.at(-1)).toEqual(['connect', false]);
  });
});
