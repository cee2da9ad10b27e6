import { expect, test } from 'vitest';
import { hidingTransport } from '../../../src/gms/bayeux/hidingTransport.ts';
import { withoutHidden } from '../../../src/gms/withoutHidden.ts';
import type { Batch, ChatLine, ChatTransport } from '../../../src/session/ports.ts';
import { batch, chat, jonas, maria, order, said } from '../../session/samples.ts';

const { signal } = new AbortController();
const hide = (told: Batch) => withoutHidden(told, { nicknames: ['maria'], prefilters: ['^\\{start'] });

function setUp(...told: readonly Batch[]) {
  const asked: unknown[] = [];
  const line: ChatLine = {
    async *listen(position) {
      asked.push(position());
      yield* told;
    },
    refreshNow: () => void asked.push('now'),
    send: async (...message) => {
      asked.push(message);
      return chat;
    },
    signalTyping: async (isTyping) => void asked.push(isTyping),
    rename: async (nickname) => void asked.push(nickname),
    tell: async (news) => void asked.push(news),
    leave: async () => void asked.push('left'),
    close: () => void asked.push('closed'),
  };
  const inner: ChatTransport = {
    async open(...wish) {
      asked.push(wish);
      return told[0] ?? batch();
    },
    attach(known) {
      asked.push(known);
      return line;
    },
  };
  return { transport: hidingTransport(inner, hide), asked };
}

async function words(line: ChatLine): Promise<readonly string[]> {
  const read: string[] = [];
  for await (const { events } of line.listen(() => 7, signal)) {
    for (const event of events) if (event.type === 'said') read.push(event.text);
  }
  return read;
}

test('what a site hides is not in the opening, and everything else is', async () => {
  const { transport, asked } = setUp(batch([said(1, maria, 'Hidden'), said(2, jonas, 'Shown')]));
  const opened = await transport.open(order, null, signal);
  expect(opened.events.map(({ type, index }) => [type, index])).toEqual([
    ['signalled', 1],
    ['said', 2],
  ]);
  expect(asked).toEqual([[order, null, signal]]);
});

test('nor in anything that is told later', async () => {
  const { transport, asked } = setUp(
    batch([said(3, maria, 'Hidden'), said(4, jonas, 'One')]),
    batch([said(5, jonas, '{start:123}'), said(6, jonas, 'Two')], true),
  );
  expect(await words(transport.attach(chat))).toEqual(['One', 'Two']);
  expect(asked).toEqual([chat, 7]);
});

test('the end comes through, whatever is hidden with it', async () => {
  const { transport } = setUp(batch([said(3, maria, 'Bye')], true));
  const told: Batch[] = [];
  for await (const each of transport.attach(chat).listen(() => 0, signal)) told.push(each);
  expect(told.map(({ isEnded }) => isEnded)).toEqual([true]);
});

test('what the visitor does goes through as it is', async () => {
  const { transport, asked } = setUp();
  const line = transport.attach(chat);
  line.refreshNow();
  expect(await line.send('Hello', signal, 3)).toBe(chat);
  await line.signalTyping(true, signal);
  await line.rename('Mira S.', signal);
  await line.tell?.({ type: 'read', position: 4 }, signal);
  await line.leave(signal);
  line.close?.();
  expect(asked.slice(1)).toEqual([
    'now',
    ['Hello', signal, 3],
    true,
    'Mira S.',
    { type: 'read', position: 4 },
    'left',
    'closed',
  ]);
});
