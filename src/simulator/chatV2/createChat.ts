import type { Field, GmsReply } from '../gms.ts';
import type { Call, World } from '../world.ts';
import { openChat } from '../chat/openChat.ts';
import { isTooLong, visitorSays } from '../chat/visitorActs.ts';
import { fieldOf, filledField, userDataOf } from '../wire/fields.ts';
import { param } from '../world.ts';
import { chatRefusal, chatReply } from './chatReply.ts';

/** `POST /2/chat/{service}`. Source: protocol/gms-chat.md §3.3, TV-01, TV-02. */
export function createChat(world: World, call: Call): GmsReply {
  const service = param(call, 'service');
  const refusal = refuseService(service) ?? refuseVisitor(world, call.fields);
  if (refusal !== null) return refusal;
  const nickname = filledField(call.fields, 'nickname') ?? fullName(call.fields);
  const { isOverBayeux } = call;
  const userData = userDataOf(call.fields);
  const chat = openChat(world, { api: 'v2', service, nickname, userData, isOverBayeux });
  const firstWords = filledField(call.fields, 'text');
  if (firstWords !== undefined) visitorSays(world, chat, firstWords);
  const isBare = world.settings.quirks.includes('bare-start');
  // JSON leaves out what is undefined.
  return chatReply(world, chat, chat.events, isBare ? { nextPosition: undefined, chatEnded: undefined } : {});
}

/** Two names with a meaning; every other service exists. Source: protocol/gms-chat.md TV-22, TV-46. */
function refuseService(service: string): GmsReply | null {
  if (service === 'typo') return chatRefusal(306, 'No such service.');
  return service === 'closed' ? chatRefusal(240, 'Service closed.', { chatEnded: true }) : null;
}

/** Either a nickname or both names. Source: protocol/gms-chat.md §3.3, §8.2, TV-21. */
function refuseVisitor(world: World, fields: readonly Field[]): GmsReply | null {
  const status = world.settings.refusalStatus;
  const [nickname, firstName, lastName] = ['nickname', 'firstName', 'lastName'].map((name) =>
    filledField(fields, name),
  );
  if (nickname === undefined) {
    if (firstName === undefined && lastName === undefined)
      return chatRefusal(161, 'Name is mandatory.', { status });
    if (firstName === undefined) return chatRefusal(102, 'First name is mandatory.', { status });
    if (lastName === undefined) return chatRefusal(103, 'Last name is mandatory.', { status });
  }
  if (!isEmailOrEmpty(fieldOf(fields, 'emailAddress') ?? '')) {
    return chatRefusal(364, 'E-mail address is not valid.', { status });
  }
  return isTooLong(world, fieldOf(fields, 'text') ?? '')
    ? chatRefusal(204, 'Text exceeds the limit.', { status })
    : null;
}

function isEmailOrEmpty(text: string): boolean {
  return text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

function fullName(fields: readonly Field[]): string {
  return `${fieldOf(fields, 'firstName') ?? ''} ${fieldOf(fields, 'lastName') ?? ''}`;
}
