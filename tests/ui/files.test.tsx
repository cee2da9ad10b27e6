import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import { ChatError } from '../../src/session/failure.ts';
import { happened, maria, me, NOON, order } from '../session/samples.ts';
import type { Scene } from './renderConsole.tsx';
import { modelOf, openChat, openScene, renderConsole, rows } from './renderConsole.tsx';
import { chooseFiles, dropFiles, picture, stubFiles } from './stubFiles.ts';

let files: ReturnType<typeof stubFiles>;

beforeEach(() => {
  files = stubFiles();
});

function shared(index: number, from: ChatEvent['from'], name: string, fileId = `f-${index}`): ChatEvent {
  return { type: 'fileShared', index, at: NOON + index * 1_000, from, fileId, name, size: 70 };
}

async function show(scene: Scene): Promise<void> {
  await renderConsole(scene, {}, { ...modelOf(scene), loadFiles: files.load });
}

const withAgent = () => openChat(happened('joined', 1, maria));
const attach = () => page.getByRole('button', { name: 'Attach a file' });
const tray = () => page.getByRole('region', { name: 'Files to send' });
const uploads = () => files.uploads.map(({ name }) => name);

async function choose(...chosen: readonly File[]): Promise<void> {
  await expect.element(attach()).toHaveAttribute('aria-disabled', 'false');
  chooseFiles(...chosen);
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
    files = stubFiles({ usedFiles: 3 });
    await show(withAgent());
    await expect.element(attach()).toHaveAccessibleDescription('No more files can be sent in this chat.');
    await expect.element(attach()).toHaveAttribute('aria-disabled', 'true');
  });

  test('shows a picture first, and nothing has left until it is sent', async () => {
    await show(withAgent());
    await choose(picture());
    await expect.element(tray()).toBeVisible();
    expect(document.querySelector('.tray img')?.getAttribute('src')).toMatch(/^blob:/);
    expect(uploads()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Send 1 file' }));
    await expect.poll(uploads).toEqual(['invoice.png']);
  });

  test('works by dropping and by pasting, and the page is never left for a dropped file', async () => {
    await show(withAgent());
    await expect.element(attach()).toBeVisible();
    const event = dropFiles(picture('dropped.png'));
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
    expect(dropFiles(picture()).defaultPrevented).toBe(true);
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
    await expect.poll(uploads).toHaveLength(1);
    files.uploads[0]?.reject(new ChatError({ kind: 'refused', code: 201 }));
    await expect.element(tray()).toHaveTextContent('Not sent: at most 3 files can be sent in a chat.');
  });
});

describe('on the way', () => {
  test('files go one after the other, can be called off and tried again', async () => {
    await show(withAgent());
    await choose(picture('a.png'), picture('b.png'));
    await userEvent.click(page.getByRole('button', { name: 'Send 2 files' }));
    await expect.poll(uploads).toHaveLength(1);
    files.uploads[0]?.sent(0.6);
    await expect.element(tray()).toHaveTextContent('Sending, 50 %');
    await userEvent.click(page.getByRole('button', { name: 'Cancel a.png' }));
    await expect.poll(uploads).toEqual(['a.png', 'b.png']);
    files.uploads[1]?.reject(new ChatError({ kind: 'offline' }));
    await userEvent.click(page.getByRole('button', { name: 'Try again: b.png' }));
    await expect.poll(uploads).toEqual(['a.png', 'b.png', 'b.png']);
  });

  test('a file is one card: the one in the conversation takes over', async () => {
    const scene = withAgent();
    await show(scene);
    await choose(picture());
    await userEvent.click(page.getByRole('button', { name: 'Send 1 file' }));
    await expect.poll(uploads).toHaveLength(1);
    files.uploads[0]?.resolve('f-77');
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
    await expect.poll(uploads).toHaveLength(1);
    files.uploads[0]?.reject(new ChatError({ kind: 'network' }));
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
    expect(files.downloaded).toEqual(['f-2']);
    clicked.mockRestore();
  });

  test('of ours can be taken back, and stays as a removed one', async () => {
    const scene = openChat(happened('joined', 1, maria), shared(2, me, 'invoice.png'));
    await show(scene);
    await userEvent.click(page.getByRole('button', { name: 'Remove invoice.png from the chat' }));
    await expect.poll(() => files.removed).toEqual(['f-2']);
    scene.receive({ type: 'fileRemoved', index: 3, at: NOON, from: me, fileId: 'f-2' });
    await expect.element(page.getByRole('log')).toHaveTextContent('Removed');
    await expect.element(page.getByRole('button', { name: /^Download/ })).not.toBeInTheDocument();
  });

  test('counts the downloads that are left', async () => {
    files = stubFiles({ usedDownloads: 3 });
    await show(openChat(happened('joined', 1, maria), shared(2, maria, 'plan.pdf')));
    await expect.element(page.getByText('1 download left')).toBeVisible();
  });
});
