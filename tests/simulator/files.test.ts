import { describe, expect, test } from 'vitest';
import type { Gms } from '../../src/simulator/gms.ts';
import { gmsForTest, openV2, types } from './wire.ts';

type Chat = Awaited<ReturnType<typeof openV2>>;

/** The bytes of a picture are no text in any encoding. */
const PNG = '\u0089PNG\r\n\u001a\n\u0000\u00ff\u00fe';

async function chatWithAgent(gms: Gms, clock: { advance(ms: number): void }): Promise<Chat> {
  gms.play('quiet');
  const chat = await openV2(gms);
  clock.advance(2_000);
  await chat.from(1);
  return chat;
}

/** As a browser writes it: one character for each byte. */
async function upload(gms: Gms, chat: Chat, name: string, content: string) {
  const part = (head: string, value: string) =>
    `--XyZ\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
  const utf8 = [...new TextEncoder().encode(name)].map((byte) => String.fromCharCode(byte)).join('');
  const body = `${part('name="secureKey"', chat.secureKey)}${part(`name="file"; filename="${utf8}"`, content)}--XyZ--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=XyZ' };
  const url = `${gms.base}/2/chat/samples_new/${chat.chatId}/file`;
  const reply = await gms.handle({ method: 'POST', url, headers, body });
  return { status: reply.status, json: JSON.parse(reply.body) };
}

describe('files of a chat', () => {
  test('an upload is answered with an id, and the event follows by refresh', async () => {
    const { gms, clock } = gmsForTest();
    const chat = await chatWithAgent(gms, clock);
    const { json } = await upload(gms, chat, 'Rechnung Größe.png', PNG);
    expect(json).toMatchObject({ statusCode: 0, messages: [], userData: { 'file-id': expect.any(String) } });
    const { json: next } = await chat.from(1);
    expect(next.messages?.at(-1)).toMatchObject({
      type: 'FileUploaded',
      userData: {
        'file-id': json.userData['file-id'],
        'file-name': 'Rechnung Größe.png',
        'file-size': String(PNG.length),
      },
    });
  });

  test('a download brings the same bytes, so often and no more', async () => {
    const { gms, clock } = gmsForTest({
      files: {
        maxFiles: 3,
        maxSize: 100,
        maxTotal: 100,
        types: 'png',
        needsAgent: true,
        downloads: 1,
      },
    });
    const chat = await chatWithAgent(gms, clock);
    const { json } = await upload(gms, chat, 'a.png', PNG);
    const path = `file/${json.userData['file-id']}/download`;
    expect(await chat.act(path)).toMatchObject({ isBinary: true, body: PNG });
    expect((await chat.act(path)).json).toMatchObject({
      statusCode: 2,
      chatEnded: false,
      errors: [{ code: 249 }],
    });
  });

  test.each([
    ['a type that is not allowed', 'virus.exe', 'MZ', 203],
    ['a name without an extension', 'noext', 'x', 203],
    ['an extension that is a part of an allowed one', 'a.pe', 'x', 203],
    ['too many bytes', 'big.png', 'x'.repeat(5_242_881), 202],
  ])('refuses %s with HTTP 400', async (_, name, content, code) => {
    const { gms, clock } = gmsForTest();
    const chat = await chatWithAgent(gms, clock);
    expect(await upload(gms, chat, name, content)).toMatchObject({
      status: 400,
      json: { statusCode: 2, chatEnded: false, errors: [{ code }] },
    });
  });

  test('refuses more than the allowed number, until one is deleted', async () => {
    const { gms, clock } = gmsForTest();
    const chat = await chatWithAgent(gms, clock);
    const first = await upload(gms, chat, '1.png', PNG);
    await upload(gms, chat, '2.png', PNG);
    await upload(gms, chat, '3.PNG', PNG);
    expect((await upload(gms, chat, '4.png', PNG)).json.errors).toMatchObject([{ code: 201 }]);
    await chat.act(`file/${first.json.userData['file-id']}/delete`);
    expect(types(await chat.from(1)).at(-1)).toBe('FileDeleted');
    expect((await upload(gms, chat, '4.png', PNG)).json.statusCode).toBe(0);
  });

  test('refuses before an agent is there, and says in the limits that one is needed', async () => {
    const { gms } = gmsForTest({ script: 'nobody' });
    const chat = await openV2(gms);
    const { json } = await chat.act('file/limits');
    expect(json.messages).toMatchObject([{ userData: { 'upload-need-agent': 'true' } }]);
    expect((await upload(gms, chat, 'a.png', PNG)).json.errors).toMatchObject([{ code: 201 }]);
  });

  test('counts in the limits what is used', async () => {
    const { gms, clock } = gmsForTest();
    const chat = await chatWithAgent(gms, clock);
    await upload(gms, chat, 'a.png', PNG);
    const { json } = await chat.act('file/limits');
    expect(json.messages).toMatchObject([
      { userData: { 'used-upload-max-files': '1', 'used-upload-max-total-size': String(PNG.length) } },
    ]);
  });

  test('serves the same beside CometD, by the key alone', async () => {
    const { gms, clock } = gmsForTest();
    const chat = await chatWithAgent(gms, clock);
    const { json } = await upload(gms, chat, 'a.png', PNG);
    const ntf = (fields: Record<string, string>) =>
      gms.handle({
        method: 'POST',
        url: `${gms.base}/2/chat-ntf`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ secureKey: chat.secureKey, ...fields }).toString(),
      });
    const { body } = await ntf({ operation: 'fileGetLimits' });
    expect(JSON.parse(body)).toMatchObject({ messages: [{ text: 'file-client-cfg-get' }] });
    const fileId: string = json.userData['file-id'];
    expect(await ntf({ operation: 'fileDownload', fileId })).toMatchObject({ body: PNG });
    expect(JSON.parse((await ntf({ operation: 'fileDelete', fileId })).body)).toMatchObject({
      statusCode: 0,
    });
    expect((await ntf({ operation: 'fileGetLimits', secureKey: 'guess' })).status).toBe(404);
  });

  test('the log names a file and its size, and does not keep it', async () => {
    const { gms, clock } = gmsForTest();
    const chat = await chatWithAgent(gms, clock);
    await upload(gms, chat, 'a.png', PNG);
    const logged = gms.requests().find(({ path }) => path.endsWith('/file'));
    expect(logged?.fields).toContainEqual(['file', `${PNG.length} bytes`, 'a.png']);
  });
});
