import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { happened, maria, said } from '../session/samples.ts';
import { SHELL_SETTINGS } from '../../src/ui/ConsoleModel.ts';
import { field, openChat, renderConsole } from './renderConsole.tsx';

/** Everything that the page has running and listens to, as it is asked for and given up. */
function watchPage() {
  const timers = new Set<unknown>();
  const listeners = new Map<string, number>();
  const urls = new Set<string>();
  const begin = window.setTimeout.bind(window);
  const stop = window.clearTimeout.bind(window);
  Object.defineProperty(window, 'setTimeout', {
    configurable: true,
    writable: true,
    value(work: () => void, ms?: number) {
      const id = begin(() => {
        timers.delete(id);
        work();
      }, ms);
      timers.add(id);
      return id;
    },
  });
  Object.defineProperty(window, 'clearTimeout', {
    configurable: true,
    writable: true,
    value(id: number) {
      timers.delete(id);
      stop(id);
    },
  });
  for (const target of [window, document]) {
    const count = (type: string, by: number) => {
      const name = `${target.constructor.name} ${type}`;
      listeners.set(name, (listeners.get(name) ?? 0) + by);
    };
    const listen = target.addEventListener.bind(target);
    const leave = target.removeEventListener.bind(target);
    vi.spyOn(target, 'addEventListener').mockImplementation((type: string, listener, options) => {
      count(type, 1);
      const { signal } = typeof options === 'object' ? options : {};
      signal?.addEventListener('abort', () => count(type, -1), { once: true });
      listen(type, listener, options);
    });
    vi.spyOn(target, 'removeEventListener').mockImplementation((type: string, listener, options) => {
      count(type, -1);
      leave(type, listener, options);
    });
  }
  const make = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((source) => {
    const url = make(source);
    urls.add(url);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void urls.delete(url));
  return {
    restore() {
      Object.assign(window, { setTimeout: begin, clearTimeout: stop });
    },
    timers,
    urls,
    listeners: () => [...listeners].filter(([, count]) => count > 0).map(([name]) => name),
  };
}

test('a console that is taken off the page leaves no timer, no listener and no file behind', async () => {
  // what the frame of the tests itself listens to comes before
  const scene = openChat(happened('joined', 1, maria), said(2, maria, 'Hello'));
  const watched = watchPage();
  const { unmount } = await renderConsole(scene, {
    features: { ...SHELL_SETTINGS.features, files: false, emoji: false },
  });
  await userEvent.fill(field(), 'half a sentence');
  const lost = { type: 'linkLost', failure: { kind: 'network' }, jitter: 1 } as const;
  scene.dispatch(lost, lost);
  await expect.element(page.getByRole('button', { name: 'Try now' })).toBeVisible();
  const from = { id: '9', role: 'system', name: '' } as const;
  scene.receive({ type: 'idleWarned', text: 'Soon', secondsLeft: 600, index: 3, at: null, from });
  await expect.element(page.getByRole('button', { name: 'I’m still here' })).toBeVisible();
  scene.receive(said(4, maria, 'Still there?'));
  expect(watched.timers.size).toBeGreaterThan(0);
  await unmount();
  watched.restore();
  // without files, whose cached answer has a time of its own
  await expect.poll(() => [...watched.timers], { timeout: 2_000 }).toEqual([]);
  expect([...watched.urls]).toEqual([]);
  // React listens on the root's document for as long as the page lives
  expect(watched.listeners().filter((name) => name !== 'HTMLDocument selectionchange')).toEqual([]);
});
