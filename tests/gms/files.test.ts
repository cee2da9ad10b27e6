import { describe, expect, test } from 'vitest';
import { createFileApi } from '../../src/gms/files/createFileApi.ts';
import type { FileChat } from '../../src/gms/files/fileApi.ts';
import type { SendForm } from '../../src/gms/files/sendForm.ts';
import { settings } from './fakeGms.ts';
import { NOW, startSimulatedGms } from './simulatedGms.ts';
import { createTestClock } from './testClock.ts';
import { failureOf } from './wireTelling.ts';

const { host, arrived, pass } = startSimulatedGms();
const { signal } = new AbortController();
const PNG = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff])], 'Größe.png');
const nothing = (): void => undefined;

/** Node has no XMLHttpRequest: the form goes by fetch, which tells no progress. */
const sendByFetch: SendForm = async (url, { headers, body, signal: running }, sent) => {
  sent(1, 2);
  return fetch(url, { method: 'POST', headers, body, signal: running });
};

function fileApi(send: SendForm = sendByFetch, clock = createTestClock(NOW)) {
  return { clock, api: createFileApi(settings, clock, () => true, send) };
}

async function chatWithAgent(): Promise<FileChat> {
  host.gms.play('quiet');
  const body = new URLSearchParams({ nickname: 'Mira' });
  const start = await fetch(`${settings.base}/2/chat/web-support`, { method: 'POST', body });
  const { chatId, userId, secureKey, alias } = await start.json();
  pass(2_000);
  host.gms.chats();
  return { api: 'v2', chatId, userId, secureKey, alias };
}

describe('limits', () => {
  test('are read from text, wherever the event stands', async () => {
    const { api } = fileApi();
    expect(await api.limits(await chatWithAgent(), signal)).toEqual({
      maxFiles: 3,
      maxSize: 5_242_880,
      maxTotal: 12_582_912,
      types: ['jpeg', 'jpg', 'pdf', 'png'],
      needsAgent: true,
      usedFiles: 0,
      usedTotal: 0,
      downloads: 4,
      usedDownloads: 0,
    });
  });
});

describe('an upload', () => {
  test('is one form with the ids and the file, and answers the id the chat will tell of', async () => {
    const { api } = fileApi();
    const chat = await chatWithAgent();
    const shares: number[] = [];
    const fileId = await api.upload(chat, PNG, (share) => shares.push(share), signal);
    expect(shares).toEqual([0.5]);
    expect(arrived().at(-1)).toBe(
      `POST /2/chat/web-support/${chat.chatId}/file userId=${chat.userId} secureKey=${chat.secureKey} alias=${chat.alias} file=6 bytes`,
    );
    expect(host.gms.chats()[0]?.events.at(-1)).toMatchObject({
      type: 'FileUploaded',
      userData: { 'file-id': fileId, 'file-name': 'Größe.png' },
    });
  });

  test('that is refused says why by its number', async () => {
    const { api } = fileApi();
    const chat = await chatWithAgent();
    const program = new File(['MZ'], 'virus.exe');
    expect(await failureOf(api.upload(chat, program, nothing, signal))).toMatchObject({
      kind: 'refused',
      status: 400,
      code: 203,
    });
  });

  test('that is answered without an id counts as failed', async () => {
    const { api } = fileApi(() =>
      Promise.resolve(Response.json({ statusCode: 0, chatEnded: false, messages: [] })),
    );
    expect(await failureOf(api.upload(await chatWithAgent(), PNG, nothing, signal))).toEqual({
      kind: 'unreadable',
    });
  });

  test('may take as long as it moves, and is given up when it does not', async () => {
    const slow: SendForm = (_url, { signal: running }, sent) =>
      new Promise((_, reject) => {
        sent(1, 100);
        running.addEventListener('abort', () => reject(running.reason));
      });
    const { api, clock } = fileApi(slow);
    const outcome = failureOf(api.upload(await chatWithAgent(), PNG, nothing, signal));
    await clock.advance(settings.requestTimeout);
    expect(await outcome).toEqual({ kind: 'timeout' });
  });

  test('is called off with its signal', async () => {
    const { api } = fileApi();
    const given = AbortSignal.abort(new Error('enough'));
    await expect(api.upload(await chatWithAgent(), PNG, nothing, given)).rejects.toThrow('enough');
    expect(arrived().some((line) => line.includes('/file '))).toBe(false);
  });
});

describe('a download', () => {
  test('brings the bytes, with the keys in the body and not in the address', async () => {
    const { api } = fileApi();
    const chat = await chatWithAgent();
    const fileId = await api.upload(chat, PNG, nothing, signal);
    const file = await api.download(chat, fileId, signal);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array(await PNG.arrayBuffer()));
    expect(arrived().at(-1)).toContain(`/file/${fileId}/download userId=`);
  });

  test('that is refused in JSON is a failure, and the chat goes on', async () => {
    const { api } = fileApi();
    const chat = await chatWithAgent();
    expect(await failureOf(api.download(chat, 'f-none', signal))).toEqual({ kind: 'refused', code: 249 });
  });

  test('of a file whose id could climb out of the path is not asked for', async () => {
    const { api } = fileApi();
    const chat = await chatWithAgent();
    expect(await failureOf(api.download(chat, '../../admin', signal))).toEqual({ kind: 'missing' });
    expect(arrived()).toHaveLength(1);
  });
});

describe('beside Bayeux', () => {
  async function pushedChat(): Promise<FileChat> {
    return { ...(await chatWithAgent()), via: 'bayeux' };
  }

  test('everything goes to one address, with what is to be done and the key alone', async () => {
    const { api } = fileApi();
    const chat = await pushedChat();
    const key = `secureKey=${chat.secureKey}`;
    expect((await api.limits(chat, signal)).maxFiles).toBe(3);
    const fileId = await api.upload(chat, PNG, nothing, signal);
    const file = await api.download(chat, fileId, signal);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array(await PNG.arrayBuffer()));
    await api.remove(chat, fileId, signal);
    expect(arrived().slice(1)).toEqual([
      `POST /2/chat-ntf operation=fileGetLimits ${key}`,
      `POST /2/chat-ntf operation=fileUpload ${key} file=6 bytes`,
      `POST /2/chat-ntf operation=fileDownload ${key} fileId=${fileId}`,
      `POST /2/chat-ntf operation=fileDelete ${key} fileId=${fileId}`,
    ]);
  });

  test('an upload takes the cookies along that bind it to the node of its chat', async () => {
    const asked: boolean[] = [];
    const { api } = fileApi((url, init, sent) => {
      asked.push(init.withCookies);
      return sendByFetch(url, init, sent);
    });
    await api.upload(await pushedChat(), PNG, nothing, signal);
    await api.upload(await chatWithAgent(), PNG, nothing, signal);
    expect(asked).toEqual([true, false]);
  });

  test('a refusal says why by its number', async () => {
    const { api } = fileApi();
    const program = new File(['MZ'], 'virus.exe');
    expect(await failureOf(api.upload(await pushedChat(), program, nothing, signal))).toMatchObject({
      kind: 'refused',
      code: 203,
    });
  });
});

test('a file that was sent can be taken back', async () => {
  const { api } = fileApi();
  const chat = await chatWithAgent();
  const fileId = await api.upload(chat, PNG, nothing, signal);
  await api.remove(chat, fileId, signal);
  expect(host.gms.chats()[0]?.events.at(-1)).toMatchObject({ type: 'FileDeleted' });
});
