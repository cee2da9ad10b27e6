import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { happened, maria, me, said } from '../session/samples.ts';
import type { FileApi } from '../../src/queries/loadFiles.ts';
import { field, modelOf, openChat, renderConsole } from './renderConsole.tsx';

/** What a picture begins with. */
const PNG = [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])];

/** Everything that the page has running and listens to, as it is asked for and given up. */
function watchPage() {
  /** with their waits in ms, to tell them by */
  const timers = new Map<number, number | undefined>();
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
      timers.set(id, ms);
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

const LIMITS = {
  maxFiles: 3,
  maxSize: null,
  maxTotal: null,
  types: ['png'],
  needsAgent: true,
  usedFiles: 0,
  usedTotal: 0,
  downloads: null,
  usedDownloads: 0,
};

/** Files of which the uploads stay under way. None is saved: what a browser saves is kept for it for a minute. */
const files: FileApi = {
  limits: () => Promise.resolve(LIMITS),
  upload: (_chat, _file, _sent, signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  download: () => Promise.resolve(new Blob(['x'])),
  remove: () => Promise.resolve(),
};

/** A chat in which all that a visitor can do is under way. */
async function showAll() {
  const shared = {
    type: 'fileShared',
    fileId: 'f-3',
    name: 'plan.png',
    size: 1,
    index: 3,
    at: null,
  } as const;
  const scene = openChat(
    happened('joined', 1, maria),
    said(2, maria, 'Hello'),
    { ...shared, from: maria },
    { ...shared, index: 4, fileId: 'f-4', from: me },
  );
  const loadFiles = () => Promise.resolve(files);
  const { unmount } = await renderConsole(scene, {}, { ...modelOf(scene), loadFiles });
  await userEvent.fill(field(), 'half a sentence');

  await userEvent.click(page.getByRole('button', { name: 'Remove plan.png from the chat' }));
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File(PNG, 'photo.png'));
  document
    .querySelector('textarea')
    ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  await userEvent.click(page.getByRole('button', { name: 'Send 1 file' }));
  await expect.element(page.getByRole('button', { name: 'Cancel photo.png' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Insert an emoji' }));
  await expect.element(page.getByRole('dialog')).toBeVisible();

  const lost = { type: 'linkLost', failure: { kind: 'network' }, jitter: 1 } as const;
  scene.dispatch(lost, lost);
  await expect.element(page.getByRole('button', { name: 'Try now' })).toBeVisible();
  const from = { id: '9', role: 'system', name: '' } as const;
  scene.receive({ type: 'idleWarned', text: 'Soon', secondsLeft: 600, index: 5, at: null, from });
  await expect.element(page.getByRole('button', { name: 'I’m still here' })).toBeVisible();
  scene.receive(said(6, maria, 'Still there?'));
  return unmount;
}

test('a console that is taken off the page leaves no timer, no listener and no file behind', async () => {
  // what the frame of the tests itself listens to comes before, and so do the style sheets: React gives each a minute
  await (
    await showAll()
  )();
  const watched = watchPage();
  const unmount = await showAll();
  expect(watched.timers.size).toBeGreaterThan(0);
  expect(watched.urls.size).toBeGreaterThan(0);
  await unmount();
  watched.restore();
  await expect.poll(() => [...watched.timers.values()], { timeout: 2_000 }).toEqual([]);
  expect([...watched.urls]).toEqual([]);
  // React listens on the root's document for as long as the page lives
  expect(watched.listeners().filter((name) => name !== 'HTMLDocument selectionchange')).toEqual([]);
});
