import { afterEach, describe, expect, test, vi } from 'vitest';
import { createOwnerLock } from '../../src/platform/ownerLock.ts';
import { readRecord } from '../../src/platform/readRecord.ts';
import type { HoldFact } from '../../src/session/event.ts';
import { newItem } from '../../src/session/outbox.ts';
import type { ChatRef } from '../../src/session/ports.ts';
import type { RecordContent } from '../../src/session/recordOf.ts';
import { NOON, order } from '../session/samples.ts';

const opened: AbortController[] = [];

afterEach(() => {
  for (const window of opened.splice(0)) window.abort();
});

let chats = 0;

/** A chat that no other test knows. */
function newChat(): ChatRef {
  chats += 1;
  return { api: 'v2', chatId: `C${chats}-${NOON}`, userId: 'U1', secureKey: 'K1', alias: '204' };
}

/** A window of this origin with real locks and channels; only what is particular to a page is ours. */
function openWindow(chat: ChatRef, how: 'opened' | 'reloaded' = 'opened') {
  const told: HoldFact[] = [];
  const listeners = new Set<() => void>();
  let isOver = false;
  let record: RecordContent = { order, chat, waiting: null, failure: null, outbox: [], draft: '' };
  const page = Object.assign(new EventTarget(), {
    navigator,
    document,
    performance: { getEntriesByType: () => [{ type: how === 'reloaded' ? 'reload' : 'navigate' }] },
  });
  const kept = {
    record: () => record,
    read: readRecord,
    isOver: () => isOver,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const closing = new AbortController();
  opened.push(closing);
  // a page has more than the lock asks of it
  const lock = createOwnerLock(page as unknown as Window, kept);
  const seat = lock.hold(chat, (news) => told.push(news), closing.signal);
  return {
    seat,
    page,
    listeners,
    types: () => told.map(({ type }) => type),
    last: () => told.at(-1),
    end() {
      isOver = true;
      closing.abort();
    },
    keep(changes: Partial<RecordContent>) {
      record = { ...record, ...changes };
      for (const listener of listeners) listener();
    },
  };
}

const LONG = { timeout: 5_000 };

describe('windows of one chat', () => {
  test('one has it, the next is told so', async () => {
    const chat = newChat();
    const first = openWindow(chat);
    await expect.poll(first.types, LONG).toEqual(['holdGained']);
    const second = openWindow(chat);
    await expect.poll(second.types, LONG).toEqual(['holdTaken', 'mirrored']);
  });

  test('windows of different chats know nothing of each other', async () => {
    const [first, second] = [openWindow(newChat()), openWindow(newChat())];
    await expect.poll(first.types, LONG).toEqual(['holdGained']);
    await expect.poll(second.types, LONG).toEqual(['holdGained']);
  });

  test('the other one knows all that is kept, also what changes later', async () => {
    const chat = newChat();
    const first = openWindow(chat);
    await expect.poll(first.types, LONG).toEqual(['holdGained']);
    const second = openWindow(chat);
    await expect.poll(second.types, LONG).toEqual(['holdTaken', 'mirrored']);
    first.keep({ draft: 'half a sen', outbox: [newItem('a', 'Hello', NOON)] });
    await expect.poll(second.last, LONG).toMatchObject({
      record: { draft: 'half a sen', outbox: [{ key: 'a', text: 'Hello', state: 'queued' }] },
    });
  });

  test('a window whose page is gone is followed by the next', async () => {
    const chat = newChat();
    const first = openWindow(chat);
    await expect.poll(first.types, LONG).toEqual(['holdGained']);
    const second = openWindow(chat);
    await expect.poll(second.types, LONG).toContain('holdTaken');
    first.page.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
    await expect.poll(second.last, LONG).toEqual({ type: 'holdGained' });
  });

  test('one that comes back from the back/forward cache asks again', async () => {
    const chat = newChat();
    const first = openWindow(chat);
    await expect.poll(first.types, LONG).toEqual(['holdGained']);
    first.page.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    const second = openWindow(chat);
    await expect.poll(second.types, LONG).toContain('holdGained');
    first.page.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await expect.poll(first.types, LONG).toContain('holdTaken');
  });

  test('it is handed over to the one that asks, past others that wait', async () => {
    const chat = newChat();
    const first = openWindow(chat);
    await expect.poll(first.types, LONG).toEqual(['holdGained']);
    const waiting = openWindow(chat);
    await expect.poll(waiting.types, LONG).toContain('mirrored');
    const wanting = openWindow(chat);
    await expect.poll(wanting.types, LONG).toContain('mirrored');
    wanting.seat.takeOver();
    await expect.poll(first.types, LONG).toContain('holdWanted');
    first.keep({ draft: 'the last word' });
    first.seat.yield();
    await expect.poll(wanting.last, LONG).toEqual({ type: 'holdGained' });
    await expect.poll(waiting.types, LONG).not.toContain('endedElsewhere');
    expect(wanting.types().filter((type) => type === 'mirrored').length).toBeGreaterThanOrEqual(2);
  });

  test('it is taken from a window that does not answer, which is told', async () => {
    const chat = newChat();
    const hung = openWindow(chat);
    await expect.poll(hung.types, LONG).toEqual(['holdGained']);
    const second = openWindow(chat);
    await expect.poll(second.types, LONG).toContain('holdTaken');
    second.seat.takeOver();
    await expect.poll(second.last, LONG).toEqual({ type: 'holdGained' });
    await expect.poll(hung.types, LONG).toContain('holdTaken');
  });

  test('a window that was reloaded has it back without being asked', async () => {
    const chat = newChat();
    const meanwhile = openWindow(chat);
    await expect.poll(meanwhile.types, LONG).toEqual(['holdGained']);
    const reloaded = openWindow(chat, 'reloaded');
    await expect.poll(meanwhile.types, LONG).toContain('holdWanted');
    meanwhile.seat.yield();
    await expect.poll(reloaded.last, LONG).toEqual({ type: 'holdGained' });
    expect(reloaded.types()).not.toContain('holdTaken');
  });

  test('the end is told to all, and leaves nothing behind', async () => {
    const chat = newChat();
    const first = openWindow(chat);
    await expect.poll(first.types, LONG).toEqual(['holdGained']);
    const second = openWindow(chat);
    await expect.poll(second.types, LONG).toContain('holdTaken');
    first.end();
    await expect.poll(second.types, LONG).toContain('endedElsewhere');
    second.end();
    expect([...first.listeners, ...second.listeners]).toEqual([]);
    await expect
      .poll(async () => {
        const { held = [], pending = [] } = await navigator.locks.query();
        return [...held, ...pending].length;
      })
      .toBe(0);
  });

  test('a page that may have no channel has the chat for itself', async () => {
    vi.stubGlobal('BroadcastChannel', () => {
      throw new DOMException('opaque origin', 'SecurityError');
    });
    const alone = openWindow(newChat());
    await expect.poll(alone.types, LONG).toEqual(['holdGained']);
    vi.unstubAllGlobals();
  });

  test('the names of locks do not tell the id of the chat', async () => {
    const chat = newChat();
    const first = openWindow(chat);
    await expect.poll(first.types, LONG).toEqual(['holdGained']);
    const { held = [] } = await navigator.locks.query();
    expect(JSON.stringify(held)).not.toContain(chat.api === 'v2' ? chat.chatId : '');
  });
});
