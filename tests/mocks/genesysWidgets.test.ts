import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HttpGms } from '../../src/mocks/httpServer.ts';
import { startHttpGms } from '../../src/mocks/httpServer.ts';

/**
 * The client that sites use today, Genesys Widgets 9.0.018.07, as far as the wire shows it: what it sends must get the
 * answers that it can live with. Source: protocol/genesys-widgets-observed.md.
 */
type Event = Readonly<{
  index?: number;
  type: string;
  text?: string;
  from: Readonly<{ type: string }>;
  userData?: Readonly<Record<string, string>>;
  eventAttributes?: unknown;
}>;
type Reply = Readonly<{
  statusCode: number;
  chatEnded?: boolean;
  chatId?: string;
  secureKey?: string;
  userId?: string;
  alias?: string;
  messages: readonly Event[];
  errors?: readonly Readonly<{ code: number }>[];
}>;

let host: HttpGms;
beforeAll(async () => {
  host = await startHttpGms({ port: 0, script: 'echo' });
});
beforeEach(() => fetch(`${host.url}/__simulator/reset`, { method: 'POST', body: '{}' }));
afterAll(() => host.close());

const dataUrl = () => `${host.url}/genesys/2/chat/samples_new`;
const EMPTY_IDS = { alias: '', secureKey: '', userId: '' };

/** As text, so that every sign of the encoding is what the client makes it. */
async function post(address: string, body: string, headers: Record<string, string> = {}) {
  const type = 'application/x-www-form-urlencoded; charset=UTF-8';
  const reply = await fetch(address, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
  const json: Reply = await reply.json();
  return { status: reply.status, json };
}

function form(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams(fields).toString();
}

async function start(more: Readonly<Record<string, string>> = {}) {
  const names = {
    nickname: '',
    firstName: 'Mira',
    lastName: 'Solberg',
    emailAddress: '',
    subject: 'A & B',
    text: '',
  };
  const { json } = await post(`${dataUrl()}/`, form({ ...EMPTY_IDS, ...names, ...more }));
  const { chatId = '', userId = '', secureKey = '', alias = '' } = json;
  const act = (operation: string, fields: Readonly<Record<string, string>> = {}) =>
    post(`${dataUrl()}/${chatId}/${operation}`, form({ alias, secureKey, userId, ...fields }));
  return { json, act };
}

describe('the start', () => {
  test('goes to the address with a slash at its end, with empty ids and an empty text', async () => {
    const { json } = await start();
    expect(json).toMatchObject({ statusCode: 0, chatEnded: false });
    expect(Object.values(json).filter((value) => value === '')).toEqual([]);
    // the empty text is no first message
    expect(json.messages.filter(({ type }) => type === 'Message')).toEqual([]);
  });

  test('goes without the slash as well', async () => {
    const { json } = await post(dataUrl(), form({ ...EMPTY_IDS, nickname: 'Mira' }));
    expect(json.statusCode).toBe(0);
  });

  test('carries attached data in brackets, encoded or not, and the empty mark of an invitation', async () => {
    await post(
      `${dataUrl()}/`,
      'nickname=Mira&userData%5BGCTI_LanguageCode%5D=en&userData[_genesys_source]=web&userData%5Bwebengagement%5D=' +
        '&userData%5B_genesys_url%5D=https%3A%2F%2Fshop.test%2F%3Fa%3D1%26b%3D%2B2&userData%5Bwith+space%5D=1+2',
    );
    expect(host.gms.chats()[0]?.userData).toEqual({
      GCTI_LanguageCode: 'en',
      _genesys_source: 'web',
      webengagement: '',
      _genesys_url: 'https://shop.test/?a=1&b=+2',
      'with space': '1 2',
    });
  });

  test('is refused with the numbers that its texts are for', async () => {
    const refusals = [
      form({ ...EMPTY_IDS, lastName: 'Solberg' }),
      form({ ...EMPTY_IDS, firstName: 'Mira' }),
      form(EMPTY_IDS),
      form({ ...EMPTY_IDS, nickname: 'Mira', emailAddress: 'no address' }),
    ];
    const codes = [];
    for (const body of refusals) codes.push((await post(`${dataUrl()}/`, body)).json.errors?.[0]?.code);
    expect(codes).toEqual([102, 103, 161, 364]);
  });

  test('to a service that is not there is told by 306', async () => {
    const { json } = await post(`${host.url}/genesys/2/chat/typo/`, form({ nickname: 'Mira' }));
    expect(json.errors?.[0]?.code).toBe(306);
  });
});

describe('a poll', () => {
  test('carries what is being written, which is shown to the agent and never sent', async () => {
    const { act } = await start();
    const { json } = await act('refresh', { transcriptPosition: '3', message: 'The Dec' });
    expect(json).toMatchObject({ statusCode: 0, chatEnded: false });
    expect(host.gms.chats()[0]?.draft).toBe('The Dec');
    await act('refresh', { transcriptPosition: '3', message: '' });
    expect(host.gms.chats()[0]?.draft).toBe('');
    expect(host.gms.chats()[0]?.events.filter(({ type }) => type === 'Message')).toEqual([]);
  });

  test('with too long a draft is 204, and the chat goes on', async () => {
    const { act } = await start();
    const { json } = await act('refresh', { transcriptPosition: '3', message: 'x'.repeat(9000) });
    expect(json).toMatchObject({ statusCode: 2, chatEnded: false, errors: [{ code: 204 }] });
    expect((await act('refresh', { transcriptPosition: '3' })).json.statusCode).toBe(0);
  });

  test('from max(index)+1 brings what is new, from 1 everything, and says whether the chat has ended', async () => {
    const { act } = await start();
    await act('send', { message: 'Hello', messageType: 'text' });
    const all = (await act('refresh', { transcriptPosition: '1' })).json;
    expect(all.messages.map(({ index }) => index)).toEqual([1, 2, 3, 4]);
    // without this it would not take the chat up again
    expect(all.chatEnded).toBe(false);
    expect((await act('refresh', { transcriptPosition: '4' })).json.messages).toMatchObject([{ index: 4 }]);
    expect((await act('refresh', { transcriptPosition: '5' })).json.messages).toEqual([]);
  });

  test('with -1 brings the last event, so that pages of twenty can be asked for', async () => {
    await fetch(`${host.url}/__simulator/play`, {
      method: 'POST',
      body: JSON.stringify({ script: 'thousand' }),
    });
    const { act } = await start();
    await expect
      .poll(async () => (await act('refresh', { transcriptPosition: '-1' })).json.messages[0]?.index)
      .toBe(1002);
    const { json } = await act('refresh', { transcriptPosition: '983' });
    expect(json.messages).toHaveLength(20);
  });
});

describe('what it does beside talking', () => {
  test('typing carries the draft and a position', async () => {
    const { act } = await start();
    const { json } = await act('startTyping', { message: 'He', transcriptPosition: '2' });
    expect(json.messages.map(({ index }) => index)).toEqual([2]);
    expect(host.gms.chats()[0]?.draft).toBe('He');
    await act('stopTyping', { message: '', transcriptPosition: '3' });
    expect(host.gms.chats()[0]?.draft).toBe('');
  });

  test('the limits of files are asked without a position, and come as one notice without an index', async () => {
    const { act } = await start();
    const { json } = await act('file/limits');
    expect(json.messages).toHaveLength(1);
    expect(json.messages[0]).toMatchObject({ type: 'Notice', text: 'file-client-cfg-get' });
    expect(json.messages[0]).not.toHaveProperty('index');
    expect(Object.values(json.messages[0]?.userData ?? {}).every((value) => typeof value === 'string')).toBe(
      true,
    );
  });

  test('waking up sends a custom notice without a position, which is told as one', async () => {
    const { act } = await start();
    const eventAttributes = JSON.stringify({ purpose: 'cancel-idle-timer' });
    expect((await act('customNotice', { message: '', eventAttributes })).json).toMatchObject({
      messages: [],
    });
    const { json } = await act('refresh', { transcriptPosition: '3' });
    expect(json.messages).toMatchObject([
      { type: 'CustomNotice', eventAttributes: { purpose: 'cancel-idle-timer' }, from: { type: 'Client' } },
    ]);
  });

  test('a reply to a rich message names it, and the echo hands that back', async () => {
    const { act } = await start();
    const eventAttributes = JSON.stringify({ 'general-properties': { 'related-event-id': '2' } });
    await act('send', { message: 'Yes', messageType: 'text', eventAttributes });
    const { json } = await act('refresh', { transcriptPosition: '3' });
    expect(json.messages[0]).toMatchObject({
      text: 'Yes',
      eventAttributes: { 'general-properties': { 'related-event-id': '2' } },
    });
  });

  test('attached data changes during the chat', async () => {
    const { act } = await start({ 'userData[segment]': 'silver' });
    await act('updateData', { 'userData[segment]': 'gold', 'userData[basket]': '3' });
    expect(host.gms.chats()[0]?.userData).toMatchObject({ segment: 'gold', basket: '3' });
  });

  test('leaving ends the chat, and what comes after is refused', async () => {
    const { act } = await start();
    expect((await act('disconnect')).json).toMatchObject({ statusCode: 0, chatEnded: true });
    expect((await act('send', { message: 'Hello?' })).json).toMatchObject({ statusCode: 2, chatEnded: true });
  });
});
