import type { Chat } from '../chat/chat.ts';
import type { Field, GmsReply } from '../gms.ts';
import type { World } from '../world.ts';
import type { SessionAct } from './onSession.ts';
import { endChat } from '../chat/endChat.ts';
import { isTooLong, visitorSays, visitorTypes } from '../chat/visitorActs.ts';
import { fieldOf, filledField } from '../wire/fields.ts';
import { gmsError } from '../wire/reply.ts';
import { sessionReply } from './sessionReply.ts';
import { transcriptRows } from './transcriptRows.ts';

/** How far back a `duplicate` fault reaches. */
const REPEATED = 3;

/** The operations of chat v1, below `/1/service/{id}/ixn/chat/`. Source: protocol/gms-chat.md §13.2. */

/** Rows after a position; without one, those after the last that was handed out. A `message` is said first. */
export const refresh: SessionAct = (world, chat, fields) => {
  const text = filledField(fields, 'message');
  if (text !== undefined && chat.end === null) {
    if (isTooLong(world, text)) return tooLong();
    visitorSays(world, chat, text);
  }
  const reply = rowsAfter(world, chat, fields, positionOf(fields) ?? chat.shown);
  if (chat.end !== null) chat.end.isTold = true;
  return reply;
};

/** Says `message`; rows come back only when a position asks for them. */
export const send: SessionAct = (world, chat, fields) => {
  const text = filledField(fields, 'message');
  if (text === undefined) return gmsError(400, 'Parameter message is missing', 'ChatException');
  if (isTooLong(world, text)) return tooLong();
  visitorSays(world, chat, text);
  return acknowledged(world, chat, fields);
};

export const startTyping: SessionAct = (world, chat, fields) => {
  visitorTypes(world, chat, true, undefined);
  return acknowledged(world, chat, fields);
};

export const stopTyping: SessionAct = (world, chat, fields) => {
  visitorTypes(world, chat, false, undefined);
  return acknowledged(world, chat, fields);
};

export const disconnect: SessionAct = (world, chat, fields) => {
  endChat(chat, world.now, 'visitor');
  return acknowledged(world, chat, fields);
};

function acknowledged(world: World, chat: Chat, fields: readonly Field[]): GmsReply {
  return rowsAfter(world, chat, fields, positionOf(fields) ?? Infinity);
}

/** The position is exclusive: 0 asks for everything. Source: protocol/gms-chat.md §13.3. */
function rowsAfter(world: World, chat: Chat, fields: readonly Field[], position: number): GmsReply {
  const all = transcriptRows(world, chat);
  const rows = all.slice(Math.max(0, position - (world.twist === 'duplicate' ? REPEATED : 0)));
  if (rows.length > 0) chat.shown = all.length;
  const state = chat.end === null ? 'TRANSCRIPT' : 'DISCONNECTED';
  return sessionReply(world, chat, {
    state,
    position: all.length,
    rows,
    isVerbose: fieldOf(fields, '_verbose') === 'true',
  });
}

function positionOf(fields: readonly Field[]): number | undefined {
  const position = Number(filledField(fields, 'transcriptPosition') ?? NaN);
  return Number.isInteger(position) && position >= 0 ? position : undefined;
}

function tooLong(): GmsReply {
  return gmsError(400, 'The text exceeds the limit', 'ChatException');
}
