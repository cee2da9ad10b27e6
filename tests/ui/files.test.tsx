import axe from 'axe-core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FileApi, FileLimits } from '../../src/queries/loadFiles.ts';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import { ChatError } from '../../src/session/failure.ts';
import { happened, maria, me, NOON, order } from '../session/samples.ts';
import type { Scene } from './renderConsole.tsx';
import { modelOf, openChat, openScene, renderConsole, rows } from './renderConsole.tsx';

const LIMITS: FileLimits = {
  maxFiles: 3,
  maxSize: 5_000_000,
  maxTotal: 12_000_000,
  types: ['jpg', 'pdf', 'png'],
  needsAgent: true,
  usedFiles: 0,
  usedTotal: 0,
  downloads: 4,
  usedDownloads: 0,
};
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);
const picture = (name = 'invoice.png') => new File([PNG], name, { type: 'image/png' });

type Running = Readonly<{
  name: string;
  sent: (share: number) => void;
  resolve: (fileId: string) => void;
  reject: (error: unknown) => void;
}>;

let limits: FileLimits;
let uploads: Running[];
let downloaded: string[];
let removed: string[];

const api: FileApi = {
  limits: () => Promise.resolve(limits),
  upload: (_chat, file, sent, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      uploads.push({ name: file.name, sent, resolve, reject });
    }),
  download: (_chat, fileId) => {
    downloaded.push(fileId);
    return Promise.resolve(new Blob(['x']));
  },
  remove: (_chat, fileId) => {
    removed.push(fileId);
    return Promise.resolve();
  },
};

beforeEach(() => {
  limits = LIMITS;
  uploads = [];
  downloaded = [];
  removed = [];
});

function shared(index: number, from: ChatEvent['from'], name: string, fileId = `f-${index}`): ChatEvent {
  return { type: 'fileShared', index, at: NOON + index * 1_000, from, fileId, name, size: PNG.length };
}

async function show(scene: Scene): Promise<void> {
  await renderConsole(scene, {}, { ...modelOf(scene), loadFiles: () => Promise.resolve(api) });
}

const withAgent = () => openChat(happened('joined', 1, maria));
const attach = () => page.getByRole('button', { name: 'Attach a file' });
const tray = () => page.getByRole('region', { name: 'Files to send' });

async function choose(...files: File[]): Promise<void> {
  await expect.element(attach()).toHaveAttribute('aria-disabled', 'false');
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  if (input) input.files = transfer.files;
  input?.dispatchEvent(new Event('change', { bubbles: true }));
}

function drop(...files: File[]): DragEvent {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  document.querySelector('[role=log]')?.dispatchEvent(event);
  return event;
}

describe('attaching', () => {
  test('says what may be sent, before anything is chosen', async () => {
    await show(withAgent());
    await expect.element(attach()).toHaveAccessibleDescription('JPG, PDF, PNG · up to 5 MB each · 3 left');
  });

  test('waits for somebody who can take the file', async () => {
    await show(openChat());
    await expect.element(attach()).toHaveAttribute('aria-disabled', 'true');
    await expect
      .element(attach())
      .toHaveAccessibleDescription('You can send files once someone is in the chat.');
  });

  test('is over when all has been used', async () => {
    limits = { ...LIMITS, usedFiles: 3 };
    await show(withAgent());
    await expect.element(attach()).toHaveAccessibleDescription('No more files can be sent in this chat.');
    await expect.element(attach()).toHaveAttribute('aria-disabled', 'true');
  });

  test('shows a picture first, and nothing has left until it is sent', async () => {
    await show(withAgent());
    await choose(picture());
    await expect.element(tray()).toBeVisible();
    expect(document.querySelector('.tray img')?.getAttribute('src')).toMatch(/^blob:/);
    expect(uploads).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Send 1 file' }));
    await expect.poll(() => uploads.map(({ name }) => name)).toEqual(['invoice.png']);
  });

  test('works by dropping and by pasting, and the page is never left for a dropped file', async () => {
    await show(withAgent());
    await expect.element(attach()).toBeVisible();
    const event = drop(picture('dropped.png'));
    expect(event.defaultPrevented).toBe(true);
    await expect.element(tray()).toHaveTextContent('dropped.png');
    const clipboardData = new DataTransfer();
    clipboardData.items.add(picture('pasted.png'));
    document
      .querySelector('textarea')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await expect.element(tray()).toHaveTextContent('pasted.png');
  });

  test('tells who drops a file into a chat that knows none', async () => {
    const scene = openScene();
    const v1 = { api: 'v1', path: '/1/service/S1/ixn/chat', sessionId: 'C1', startedAt: NOON } as const;
    scene.dispatch(
      { type: 'launched', order },
      { type: 'chatOpened', batch: { events: [], isEnded: false, chat: v1 } },
    );
    await show(scene);
    await expect.element(attach()).not.toBeInTheDocument();
    expect(drop(picture()).defaultPrevented).toBe(true);
    await expect.element(page.getByText('Files cannot be sent in this chat.')).toBeVisible();
  });
});

describe('what cannot be sent', () => {
  test('is refused here, with the limit and the name as text', async () => {
    await show(withAgent());
    await choose(
      new File(['x'], '<img src=x>.exe'),
      new File(['<svg onload="alert(1)"/>'], 'logo.png'),
      new File([], 'nothing.pdf'),
    );
    await expect.element(tray()).toHaveTextContent('<img src=x>.exe');
    await expect.element(tray()).toHaveTextContent('Not sent: allowed are JPG, PDF, PNG.');
    await expect.element(tray()).toHaveTextContent('Not sent: its content is not what its name says.');
    await expect.element(tray()).toHaveTextContent('Not sent: it is empty.');
    await expect.element(page.getByRole('button', { name: /^Send \d/ })).not.toBeInTheDocument();
    expect(document.querySelector('.tray img')).toBeNull();
  });

  test('is said in the same words when the server refuses it', async () => {
    await show(withAgent());
    await choose(picture());
    await userEvent.click(page.getByRole('button', { name: 'Send 1 file' }));
    await expect.poll(() => uploads.length).toBe(1);
    uploads[0]?.reject(new ChatError({ kind: 'refused', code: 201 }));
    await expect.element(tray()).toHaveTextContent('Not sent: at most 3 files can be sent in a chat.');
  });
});

describe('on the way', () => {
  test('files go one after the other, can be called off and tried again', async () => {
    await show(withAgent());
    await choose(picture('a.png'), picture('b.png'));
    await userEvent.click(page.getByRole('button', { name: 'Send 2 files' }));
    await expect.poll(() => uploads.length).toBe(1);
    uploads[0]?.sent(0.6);
    await expect.element(tray()).toHaveTextContent('Sending, 50 %');
    await userEvent.click(page.getByRole('button', { name: 'Cancel a.png' }));
    await expect.poll(() => uploads.map(({ name }) => name)).toEqual(['a.png', 'b.png']);
    uploads[1]?.reject(new ChatError({ kind: 'offline' }));
    await userEvent.click(page.getByRole('button', { name: 'Try again: b.png' }));
    await expect.poll(() => uploads.map(({ name }) => name)).toEqual(['a.png', 'b.png', 'b.png']);
  });

  test('a file is one card: the one in the conversation takes over', async () => {
    const scene = withAgent();
    await show(scene);
    await choose(picture());
    await userEvent.click(page.getByRole('button', { name: 'Send 1 file' }));
    await expect.poll(() => uploads.length).toBe(1);
    uploads[0]?.resolve('f-77');
    await expect.element(tray()).toHaveTextContent('Sent');
    scene.receive(shared(2, me, 'invoice.png', 'f-77'));
    await expect.element(tray()).not.toBeInTheDocument();
    expect(rows().filter((row) => row.dataset['entry'] === 'file')).toHaveLength(1);
  });

  test('an upload whose answer was lost is not called failed, and settles when the chat tells of it', async () => {
    const scene = withAgent();
    await show(scene);
    await choose(picture());
    await userEvent.click(page.getByRole('button', { name: 'Send 1 file' }));
    await expect.poll(() => uploads.length).toBe(1);
    uploads[0]?.reject(new ChatError({ kind: 'network' }));
    await expect.element(tray()).toHaveTextContent('We cannot tell whether it arrived.');
    scene.receive(shared(2, me, 'invoice.png'));
    await expect.element(tray()).not.toBeInTheDocument();
  });
});

describe('a file in the conversation', () => {
  const RTL = 'form <b>\u202efdp.exe';

  test('is named as text, and saved under a safe name', async () => {
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await show(openChat(happened('joined', 1, maria), shared(2, maria, RTL)));
    const row = page.getByRole('log').getByText('form <b>fdp.exe');
    await expect.element(row).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Download form <b>fdp.exe' }));
    await expect.poll(() => clicked.mock.contexts.length).toBe(1);
    const link = clicked.mock.contexts[0];
    expect(link).toMatchObject({ download: 'form b fdp.exe', href: expect.stringMatching(/^blob:/) });
    expect(downloaded).toEqual(['f-2']);
    clicked.mockRestore();
  });

  test('of ours can be taken back, and stays as a removed one', async () => {
    const scene = openChat(happened('joined', 1, maria), shared(2, me, 'invoice.png'));
    await show(scene);
    await userEvent.click(page.getByRole('button', { name: 'Remove invoice.png from the chat' }));
    await expect.poll(() => removed).toEqual(['f-2']);
    scene.receive({ type: 'fileRemoved', index: 3, at: NOON, from: me, fileId: 'f-2' });
    await expect.element(page.getByRole('log')).toHaveTextContent('Removed');
    await expect.element(page.getByRole('button', { name: /^Download/ })).not.toBeInTheDocument();
  });

  test('counts the downloads that are left', async () => {
    limits = { ...LIMITS, usedDownloads: 3 };
    await show(openChat(happened('joined', 1, maria), shared(2, maria, 'plan.pdf')));
    await expect.element(page.getByText('1 download left')).toBeVisible();
  });
});

test('axe has nothing to say about files', async () => {
  await show(openChat(happened('joined', 1, maria), shared(2, maria, 'plan.pdf'), shared(3, me, 'a.png')));
  await choose(picture(), new File(['x'], 'a.exe'));
  await expect.element(tray()).toHaveTextContent('Not sent');
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  expect(violations.map(({ id }) => id)).toEqual([]);
});
