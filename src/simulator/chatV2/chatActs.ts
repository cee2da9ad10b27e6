import type { Chat, ChatEvent } from '../chat/chat.ts';
import type { Field } from '../gms.ts';
import type { World } from '../world.ts';
import type { ChatAct } from './onChat.ts';
import { appendEvent } from '../chat/appendEvent.ts';
import { endChat } from '../chat/endChat.ts';
import { visitorOf } from '../chat/joinChat.ts';
import { isTooLong, markActive, visitorSays, visitorTypes } from '../chat/visitorActs.ts';
import { fieldOf, filledField, userDataOf } from '../wire/fields.ts';
import { chatRefusal, chatReply } from './chatReply.ts';
import { eventAttributesOf } from './eventAttributesOf.ts';
import { positionOf, transcriptFrom } from './transcriptFrom.ts';

/** The operations of Chat API v2, below `/2/chat/{service}/{chat}/`. Source: protocol/gms-chat.md §3.2. */

/** `message` is the typing preview here, not a message. */
export const refresh: ChatAct = (world, chat, fields) => {
  const preview = fieldOf(fields, 'message');
  if (isTooLong(world, preview ?? '')) return chatRefusal(204, 'Text exceeds the limit.', { chat });
  chat.draft = preview ?? chat.draft;
  const position = positionOf(fields) ?? 1;
  const events = transcriptFrom(world, chat, position);
  // who asks for no events, or for the last one alone, has not been told how it ended
  if (chat.end !== null && position > 0) chat.end.isTold = true;
  return chatReply(world, chat, events);
};

export const send: ChatAct = (world, chat, fields) => {
  const text = filledField(fields, 'message');
  if (text === undefined) return chatRefusal(249, 'Message is mandatory. referenceId[20010070]', { chat });
  if (isTooLong(world, text)) return chatRefusal(204, 'Text exceeds the limit.', { chat });
  visitorSays(world, chat, text, eventAttributesOf(fields));
  return chatReply(world, chat, askedEvents(world, chat, fields));
};

export const startTyping: ChatAct = (world, chat, fields) => {
  visitorTypes(world, chat, true, fieldOf(fields, 'message'));
  return chatReply(world, chat, askedEvents(world, chat, fields));
};

export const stopTyping: ChatAct = (world, chat, fields) => {
  visitorTypes(world, chat, false, fieldOf(fields, 'message'));
  return chatReply(world, chat, askedEvents(world, chat, fields));
};

export const disconnect: ChatAct = (world, chat) => {
  endChat(chat, world.now, 'visitor');
  return chatReply(world, chat, []);
};

export const updateNickname: ChatAct = (world, chat, fields) => {
  const nickname = filledField(fields, 'nickname');
  if (nickname === undefined) return chatRefusal(161, 'Name is mandatory.', { chat });
  const visitor = visitorOf(chat);
  visitor.nickname = nickname;
  appendEvent(chat, world.now, visitor, { type: 'NicknameUpdated' });
  return chatReply(world, chat, []);
};

export const updateData: ChatAct = (world, chat, fields) => {
  Object.assign(chat.userData, userDataOf(fields));
  return chatReply(world, chat, []);
};

export const pushUrl: ChatAct = (world, chat, fields) => {
  appendEvent(chat, world.now, visitorOf(chat), { type: 'PushUrl', text: fieldOf(fields, 'pushUrl') ?? '' });
  markActive(world, chat);
  return chatReply(world, chat, []);
};

/** Widgets send one to call an inactivity alert off. Source: genesys-widgets-observed.md. */
export const customNotice: ChatAct = (world, chat, fields) => {
  const happening = {
    type: 'CustomNotice',
    text: fieldOf(fields, 'message') ?? '',
    ...eventAttributesOf(fields),
  };
  appendEvent(chat, world.now, visitorOf(chat), happening);
  markActive(world, chat);
  return chatReply(world, chat, []);
};

/** `transcriptPosition` is the highest position read: it asks for no events. */
export const readReceipt: ChatAct = (world, chat, fields) => {
  chat.readUpTo = Math.max(chat.readUpTo, positionOf(fields) ?? 0);
  return chatReply(world, chat, []);
};

/** Outside `refresh`, events come only with a position. Source: protocol/gms-chat.md §15.2. */
function askedEvents(world: World, chat: Chat, fields: readonly Field[]): readonly ChatEvent[] {
  const position = positionOf(fields);
  return position === undefined ? [] : transcriptFrom(world, chat, position);
}
