import { beforeEach, expect, test } from 'vitest';
import { ChatError } from '../../../src/session/failure.ts';
import type { FileApi, FileChat } from '../../../src/queries/loadFiles.ts';
import { createUploads } from '../../../src/ui/files/createUploads.ts';

const CHAT: FileChat = { api: 'v2', chatId: 'c', userId: 'u', secureKey: 'k', alias: '1' };
type Sent = Readonly<{
  name: string;
  progress: (share: number) => void;
  signal: AbortSignal;
  resolve: (fileId: string) => void;
  reject: (error: unknown) => void;
}>;

let sent: Sent[] = [];
let settled = 0;

function createOnes(chat: () => FileChat | null = () => CHAT) {
  let key = 0;
  const upload: FileApi['upload'] = (_chat, file, progress, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      sent.push({ name: file.name, progress, signal, resolve, reject });
    });
  return createUploads({
    load: () => Promise.resolve({ upload }),
    chat,
    newKey: () => `key-${(key += 1)}`,
    onSettled: () => (settled += 1),
  });
}

function states(uploads: ReturnType<typeof createOnes>): string[] {
  return uploads.list().map(({ file, state }) => `${file.name} ${state.name}`);
}

async function tick(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  sent = [];
  settled = 0;
});

test('nothing leaves before it is sent, and then one after the other in order', async () => {
  const uploads = createOnes();
  uploads.add(new File(['1'], 'a.txt'), null, false);
  uploads.add(new File(['2'], 'b.txt'), null, false);
  await tick();
  expect(sent).toEqual([]);
  uploads.send();
  await tick();
  expect(states(uploads)).toEqual(['a.txt sending', 'b.txt waiting']);
  sent[0]?.resolve('f-1');
  await tick();
  expect(states(uploads)).toEqual(['a.txt sent', 'b.txt sending']);
  expect(settled).toBe(1);
});

test('F68: a failure keeps the file, lets the next one go, and is repeated only when asked', async () => {
  const uploads = createOnes();
  uploads.add(new File(['1'], 'a.txt'), null, false);
  uploads.add(new File(['2'], 'b.txt'), null, false);
  uploads.send();
  await tick();
  sent[0]?.reject(new ChatError({ kind: 'network' }));
  await tick();
  expect(states(uploads)).toEqual(['a.txt failed', 'b.txt sending']);
  sent[1]?.resolve('f-2');
  await tick();
  expect(sent.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
  uploads.retry('key-1');
  await tick();
  expect(sent.map(({ name }) => name)).toEqual(['a.txt', 'b.txt', 'a.txt']);
});

test('one that is taken off is called off, and the next one goes', async () => {
  const uploads = createOnes();
  uploads.add(new File(['1'], 'a.txt'), null, false);
  uploads.add(new File(['2'], 'b.txt'), null, false);
  uploads.send();
  await tick();
  uploads.remove('key-1');
  await tick();
  expect(sent[0]?.signal.aborted).toBe(true);
  expect(states(uploads)).toEqual(['b.txt sending']);
});

test('how much has left is told as it goes', async () => {
  const uploads = createOnes();
  uploads.add(new File(['1'], 'a.txt'), null, false);
  uploads.send();
  await tick();
  sent[0]?.progress(0.4);
  expect(uploads.list()[0]?.state).toEqual({ name: 'sending', share: 0.4 });
});

test('one that was refused stays to be read, and is never sent', async () => {
  const uploads = createOnes();
  uploads.add(new File(['1'], 'a.exe'), 'type', false);
  uploads.send();
  await tick();
  expect(sent).toEqual([]);
  expect(states(uploads)).toEqual(['a.exe refused']);
});

test('a file that the chat tells of leaves the list', async () => {
  const uploads = createOnes();
  uploads.add(new File(['1'], 'a.txt'), null, false);
  uploads.send();
  await tick();
  sent[0]?.resolve('f-1');
  await tick();
  uploads.settle(({ state }) => state.name === 'sent' && state.fileId === 'f-1');
  expect(uploads.list()).toEqual([]);
});

test('without a chat nothing is sent, and what is under way is called off with it', async () => {
  const uploads = createOnes(() => null);
  uploads.add(new File(['1'], 'a.txt'), null, false);
  uploads.send();
  await tick();
  expect(uploads.list()[0]?.state).toEqual({ name: 'failed', failure: { kind: 'over' } });
  uploads.stop();
  expect(uploads.list()).toEqual([]);
});
