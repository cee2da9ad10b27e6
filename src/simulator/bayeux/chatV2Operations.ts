import type { Gms, GmsReply } from '../gms.ts';
import type { World } from '../world.ts';
import type { BayeuxPeer, Published } from './bayeuxPeer.ts';
import type { Heard } from './createBayeux.ts';

type Stage = Readonly<{ world: World; handle: Gms['handle']; peer: BayeuxPeer; heard: Heard }>;

/** What each operation is called over REST. Source: protocol/gms-chat.md §3.2, §12. */
const REST_NAMES: ReadonlyMap<string, string> = new Map([
  ['requestNotifications', 'refresh'],
  ['sendMessage', 'send'],
  ...[
    'startTyping',
    'stopTyping',
    'pushUrl',
    'updateNickname',
    'updateData',
    'customNotice',
    'disconnect',
  ].map((name): [string, string] => [name, name]),
]);

/**
 * Carries out what was published on `/service/chatV2/{service}`, as the same operation over REST, so that faults and
 * the request log know it too. Its outcome is told as an event. Source: protocol/gms-chat.md §12.
 */
export async function operate(stage: Stage, service: string, data: unknown): Promise<Published> {
  const fields: Readonly<Record<string, unknown>> = typeof data === 'object' ? { ...data } : {};
  const path = pathOf(stage.world, service, fields);
  if (path === null) return 'failed';
  const reply = await stage.handle({
    method: 'POST',
    url: stage.world.settings.base + path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', via: 'bayeux' },
    body: formOf(fields).toString(),
  });
  if (reply.damage !== undefined) return 'lost';
  const body = bodyOf(reply);
  if (body === null) return 'failed';
  tellOutcome(stage, `/service/chatV2/${service}`, fields['operation'], body);
  return 'done';
}

/** The key alone names the chat; an id that comes along is looked at when the key is wrong. */
function pathOf({ state }: World, service: string, fields: Readonly<Record<string, unknown>>): string | null {
  const { operation, secureKey, chatId } = fields;
  if (operation === 'requestChat') return `/2/chat/${service}`;
  const name = REST_NAMES.get(String(operation));
  if (name === undefined) return null;
  const known = Object.values(state.chats).find((chat) => chat.secureKey === secureKey)?.id;
  const named = typeof chatId === 'string' ? chatId : 'unknown';
  return `/2/chat/${service}/${known ?? named}/${name}`;
}

/** A position that is absent or 0 means everything, unlike over REST. Source: protocol/gms-chat.md §7.2. */
function formOf(fields: Readonly<Record<string, unknown>>): URLSearchParams {
  const { operation, userData, ...rest } = fields;
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  for (const [key, value] of Object.entries(typeof userData === 'object' ? { ...userData } : {})) {
    form.set(`userData[${key}]`, String(value));
  }
  if (operation === 'requestNotifications' && !Number(form.get('transcriptPosition'))) {
    form.set('transcriptPosition', '1');
  }
  return form;
}

type Body = Readonly<{ statusCode: unknown; chatId?: unknown; nextPosition?: unknown; chatEnded?: unknown }>;

function bodyOf(reply: GmsReply): Body | null {
  try {
    const body: unknown = JSON.parse(reply.body);
    return typeof body === 'object' && body !== null && 'statusCode' in body ? body : null;
  } catch {
    return null;
  }
}

/** A message that went well is told by its own event alone; whoever asked to be told, hears of the chat from now on. */
function tellOutcome({ peer, heard }: Stage, channel: string, operation: unknown, body: Body): void {
  const isListening = operation === 'requestChat' || operation === 'requestNotifications';
  if (isListening || operation === 'disconnect' || body.statusCode !== 0) peer.deliver(channel, body);
  if (!isListening || body.statusCode !== 0 || typeof body.chatId !== 'string') return;
  if (body.chatEnded === true) heard.delete(body.chatId);
  else heard.set(body.chatId, Number(body.nextPosition));
}
