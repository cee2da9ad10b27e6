import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChatEvent, Sender } from '../../src/session/chatEvent.ts';
import { batch, chat, happened, jonas, maria, me, NOON, order, said } from '../session/samples.ts';
import type { Scene } from './renderConsole.tsx';
import { openChat, openScene, renderConsole } from './renderConsole.tsx';

const system: Sender = { id: '9', role: 'system', name: '' };

/** Shows a scene and writes down everything that its live regions say, in order. */
async function listen(scene: Scene, settings: Parameters<typeof renderConsole>[1] = {}) {
  await renderConsole(scene, settings);
  const heard: Record<'polite' | 'assertive', string[]> = { polite: [], assertive: [] };
  for (const kind of ['polite', 'assertive'] as const) {
    const region = document.querySelector(`[aria-live=${kind}]`) as Element;
    new MutationObserver(() => {
      if (region.textContent) heard[kind].push(region.textContent);
    }).observe(region, { subtree: true, childList: true, characterData: true });
  }
  return heard;
}

/** Time goes on in small steps, with a frame for each: a text that is shown and taken away was shown. */
async function wait(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    await vi.advanceTimersByTimeAsync(Math.min(500, ms - passed));
    await new Promise(requestAnimationFrame);
  }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'], now: NOON });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('politely said', () => {
  test('is what others write, once, with who writes it', async () => {
    const scene = openChat();
    const heard = await listen(scene);
    scene.receive(happened('joined', 1, maria), said(2, maria, 'Hello'));
    await wait(5_000);
    expect(heard).toEqual({ polite: ['Maria joined the chat\nMaria: Hello'], assertive: [] });
    expect(document.querySelector('[aria-live=polite]')?.textContent).toBe('');
  });

  test('is not what is read again after a reload, nor what the visitor wrote', async () => {
    const scene = openScene();
    scene.dispatch({
      type: 'resumed',
      record: { order, chat, waiting: null, failure: null, outbox: [], draft: '' },
    });
    scene.dispatch({ type: 'holdGained' });
    const heard = await listen(scene);
    scene.receive(said(1, maria, 'Old'), said(2, me, 'Mine'));
    await wait(2_000);
    scene.receive(said(3, me, 'Mine again'));
    await wait(2_000);
    expect(heard.polite).toEqual([]);
    scene.receive(said(4, maria, 'New'));
    await wait(2_000);
    expect(heard.polite).toEqual(['Maria: New']);
  });

  test('is a number when there is much of it: a burst of 50 makes at most three announcements (F34)', async () => {
    const scene = openChat();
    const heard = await listen(scene);
    for (let index = 1; index <= 50; index += 1) {
      scene.receive(said(index, maria, `Message ${index}`));
      await wait(40);
    }
    await wait(3_000);
    expect(heard.polite.length).toBeLessThanOrEqual(3);
    expect(heard.polite[0]).toMatch(/^\d+ new messages$/);
  });

  test('is never longer than 300 characters (F31)', async () => {
    const scene = openChat();
    const heard = await listen(scene);
    scene.receive(said(1, maria, 'word '.repeat(200)));
    await wait(2_000);
    expect(Array.from(heard.polite[0] ?? '')).toHaveLength(300);
  });

  test('is the same text a second time, too', async () => {
    const scene = openChat();
    const heard = await listen(scene);
    scene.receive(said(1, maria, 'Yes'));
    await wait(2_000);
    scene.receive(said(2, maria, 'Yes'));
    await wait(3_000);
    expect(heard.polite.filter((text) => text === 'Maria: Yes').length).toBe(2);
  });

  test('is a row that came late and belongs further up', async () => {
    const scene = openChat(said(1, maria, 'One'), said(3, jonas, 'Three'));
    const heard = await listen(scene);
    scene.receive(said(2, maria, 'Two'), said(4, jonas, 'Four'));
    await wait(2_000);
    expect(heard.polite).toEqual(['Maria: Two\nJonas: Four']);
  });

  test('is that a text gets near its limit, and that it is over', async () => {
    const scene = openChat();
    const heard = await listen(scene, { maxMessageLength: 100 });
    for (const length of [50, 92, 95, 101, 110]) {
      scene.dispatch({ type: 'draftChanged', text: 'x'.repeat(length) });
      await wait(3_000);
    }
    expect(heard.polite).toEqual(['8 characters left', expect.stringMatching(/^1 character too many/)]);
  });

  test('is not that somebody types', async () => {
    const scene = openChat(happened('joined', 1, maria));
    const heard = await listen(scene);
    scene.receive(happened('typingStarted', 2, maria));
    await wait(3_000);
    expect(heard.polite).toEqual([]);
  });
});

describe('urgently said', () => {
  test('is that a message did not get through', async () => {
    const scene = openChat(happened('joined', 1, maria));
    const heard = await listen(scene);
    scene.dispatch({ type: 'sendRequested', key: 'k', text: 'Hello' });
    scene.dispatch({ type: 'sendFailed', key: 'k', failure: { kind: 'refused', status: 400 } });
    await wait(2_000);
    expect(heard).toEqual({ polite: [], assertive: ['Your message was not sent: Hello'] });
  });

  test.each(['while one looks on', 'before anything was drawn'])(
    'is that the chat could not start, and why: %s',
    async (when) => {
      const scene = openScene();
      scene.dispatch({ type: 'launched', order });
      const fail = () => scene.dispatch({ type: 'startFailed', failure: { kind: 'timeout' } });
      if (when === 'before anything was drawn') fail();
      const heard = await listen(scene);
      if (when === 'while one looks on') fail();
      await wait(5_000);
      expect(heard).toEqual({
        polite: [],
        assertive: ['The chat could not start. Our chat service is not answering.'],
      });
      scene.dispatch({ type: 'draftChanged', text: 'x' });
      await wait(2_000);
      expect(heard.assertive).toHaveLength(1);
    },
  );

  test('is that the chat is over', async () => {
    const scene = openChat(happened('joined', 1, maria));
    const heard = await listen(scene);
    scene.dispatch({ type: 'received', batch: batch([happened('left', 2, maria)], true) });
    await wait(2_000);
    expect(heard.assertive).toEqual(['Maria ended the chat']);
  });

  test('is that the chat is about to close, at once and with twenty seconds left (F72)', async () => {
    const scene = openChat(happened('joined', 1, maria));
    const heard = await listen(scene);
    const warning: ChatEvent = {
      type: 'idleWarned',
      index: 2,
      at: NOON,
      from: system,
      text: 'Are you still there?',
      secondsLeft: 45,
    };
    scene.receive(warning);
    await wait(44_000);
    expect(heard.assertive).toEqual([
      'The chat closes in 45 seconds if nobody writes.',
      'The chat closes in 20 seconds if nobody writes.',
    ]);
    // its line in the transcript is the same news
    expect(document.body.textContent).toContain('Are you still there?');
    expect(heard.polite).toEqual([]);
  });
});

test('the state line is the only status of the page', async () => {
  await renderConsole(openChat(happened('joined', 1, maria), said(2, maria, 'Hello')));
  expect(
    [...document.querySelectorAll('[role=status], [role=alert]')].map((element) => element.textContent),
  ).toEqual(['Connected']);
});
