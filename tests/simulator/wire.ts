import type { Gms, GmsReply } from '../../src/simulator/gms.ts';
import type { GmsOptions } from '../../src/simulator/createGms.ts';
import { createGms } from '../../src/simulator/createGms.ts';
import { createTestClock } from './testClock.ts';

/** What answers hold, as far as tests look into them. */
type Body = {
  statusCode?: number;
  chatEnded?: boolean;
  alias?: string;
  secureKey?: string;
  userId?: string;
  chatId?: string;
  nextPosition?: number;
  idleTimerExpire?: number;
  messages?: { index?: number; type: string; text?: string; from: { nickname: string; type: string } }[];
  errors?: { code: number; advice: string }[];
  _id?: string;
  transcriptPosition?: string;
  transcriptToShow?: string[][];
  [field: string]: unknown;
};

export type Answer = GmsReply & { json: Body };
type Fields = Readonly<Record<string, string>>;

export function gmsForTest(options: Partial<GmsOptions> = {}) {
  const clock = createTestClock();
  return { clock, gms: createGms({ clock, seed: 7, ...options }) };
}

/** One call with the path below the base; the body is a form unless it is text already. */
export async function call(
  gms: Gms,
  method: string,
  path: string,
  fields: Fields | string = {},
  headers: Fields = {},
) {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
  const contentType = 'application/x-www-form-urlencoded; charset=UTF-8';
  const url = gms.base + path;
  const reply = await gms.handle({ method, url, headers: { 'content-type': contentType, ...headers }, body });
  return { ...reply, json: jsonOf(reply) };
}

export function post(gms: Gms, path: string, fields?: Fields | string, headers?: Fields): Promise<Answer> {
  return call(gms, 'POST', path, fields, headers);
}

/** Opens a v2 chat and keeps its ids. */
export async function openV2(gms: Gms, fields: Fields = { nickname: 'Mira' }) {
  const start = await post(gms, '/2/chat/samples_new', fields);
  const { userId = '', secureKey = '', alias = '', chatId = '' } = start.json;
  const act = (operation: string, more: Fields = {}) =>
    post(gms, `/2/chat/samples_new/${chatId}/${operation}`, { userId, secureKey, alias, ...more });
  const from = (position: number | string) => act('refresh', { transcriptPosition: String(position) });
  return { start, chatId, secureKey, act, from };
}

/** Opens a v1 chat by way of the callback service. */
export async function openV1(gms: Gms, fields: Fields = { firstName: 'Mira', lastName: 'Solberg' }) {
  const { json } = await post(gms, '/1/service/callback/samples_new', {
    _media_type: 'chat',
    visitID: 'v-1',
  });
  const serviceId = json._id ?? '';
  const start = await post(gms, `/1/service/${serviceId}/ixn/chat`, fields);
  const act = (operation: string, more: Fields = {}) =>
    post(gms, `/1/service/${serviceId}/ixn/chat/${operation}`, more);
  const from = (position: number | string) => act('refresh', { transcriptPosition: String(position) });
  return { start, serviceId, act, from };
}

export function texts(answer: Answer): (string | undefined)[] {
  return (answer.json.messages ?? []).filter(({ type }) => type === 'Message').map(({ text }) => text);
}

export function types(answer: Answer): string[] {
  return (answer.json.messages ?? []).map(({ type }) => type);
}

export function indexes(answer: Answer): (number | undefined)[] {
  return (answer.json.messages ?? []).map(({ index }) => index);
}

function jsonOf({ headers, body }: GmsReply): Body {
  const isJson = headers['content-type']?.startsWith('application/json') ?? false;
  // Tests assert what is in it; this is only where JSON enters.
  return isJson ? (JSON.parse(body) as Body) : {};
}
