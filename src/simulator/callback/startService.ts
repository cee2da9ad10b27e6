import type { Flags } from './effectiveFlags.ts';
import type { GmsReply } from '../gms.ts';
import type { ServiceRecord } from './serviceRecord.ts';
import type { Handler, World } from '../world.ts';
import { assertNever } from '../../lib/assertNever.ts';
import { filledField } from '../wire/fields.ts';
import { jsonReply } from '../wire/reply.ts';
import { param } from '../world.ts';
import { callbackError } from './callbackError.ts';
import { accessNumber, confirmation, dialNumber, menu, servicePath, startChat } from './dialogs.ts';
import { effectiveFlags } from './effectiveFlags.ts';
import { newRecord } from './newRecord.ts';
import { refuseStart } from './refuseStart.ts';

/** An agent is ready so long after an order that waits for one. */
const READY_MS = 3000;

/** `POST /1/service/callback/{svc}`. Source: protocol/gms-callback.md §2.1, §9 "Start answers". */
export const startCallback: Handler = (world, call) => {
  const service = param(call, 'service');
  const flags = effectiveFlags(service, call.fields);
  const refusal = refuseStart(world, service, flags, call.fields);
  if (refusal !== null) return refusal;
  const record = newRecord(world, service, flags, call.fields);
  if (flags.waits) record.notice = noticeFor(world, record, call.gmsUser);
  return jsonReply(startAnswer(world, record, flags));
};

/** Without a user there is nobody to tell. Source: protocol/gms-callback.md §9 "Start answers". */
function noticeFor(world: World, record: ServiceRecord, gmsUser: string): ServiceRecord['notice'] {
  if (gmsUser === '' || record.desiredTime !== null) return null;
  const isDialled = record.media === 'voice' && record.direction === 'USERTERMINATED';
  return { gmsUser, action: isDialled ? 'menu' : 'connect', dueAt: world.now + READY_MS };
}

/** `POST /1/service/request-chat` (§2.9). The address is relative to the host, and its key has hyphens. */
export const requestChat: Handler = (world, call) => {
  const record = newRecord(
    world,
    'request-chat',
    effectiveFlags('request-chat', [['_media_type', 'chat'], ...call.fields]),
    call.fields,
  );
  const url = `${servicePath(world.settings.base, record)}/ixn/chat`;
  return jsonReply({ '_chatIxnAPI-CREATE-URL': url, _id: record.id });
};

/** `POST /1/service/request-interaction` (§2.8). */
export const requestInteraction: Handler = (world, call): GmsReply => {
  if (filledField(call.fields, '_phone_number') === undefined) {
    return callbackError(400, 'InvalidParameter', 'Invalid option: _phone_number is mandatory');
  }
  const fields = [['_media_type', 'voice'], ...call.fields] as const;
  return jsonReply(
    accessNumber(world, newRecord(world, 'request-interaction', effectiveFlags('', fields), fields)),
  );
};

function startAnswer(world: World, record: ServiceRecord, flags: Flags): object {
  if (flags.answer !== null) return fixedAnswer(world, record, flags.answer);
  if (record.desiredTime !== null)
    return confirmation(record, `We will call you on ${asWords(record.desiredTime)}.`);
  if (flags.waits || record.endedBy === 'FAIL_IXN_UNKNOWN_MEDIA_TYPE') return { _id: record.id };
  return connectAnswer(world, record);
}

/** `Mon, 23 November at 08:15 UTC`: services speak in their own zone. */
function asWords(time: string): string {
  const words = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${words.format(new Date(time))} UTC`;
}

/** What a service answers once nobody has to be waited for: at the start, or to `connect`. */
export function connectAnswer(world: World, record: ServiceRecord): object {
  if (record.media === 'chat') return startChat(world, record);
  if (record.direction === 'USERORIGINATED') return dialNumber(world, record);
  return confirmation(record, 'We are calling you now');
}

function fixedAnswer(world: World, record: ServiceRecord, answer: NonNullable<Flags['answer']>): object {
  switch (answer) {
    case 'menu':
      return menu(world, record);
    case 'text':
      return { _id: record.id, _text: 'Thank you, we will be in touch.' };
    case 'accessNumber':
      return accessNumber(world, record);
    case 'message':
      return { msg: 'Accepted elsewhere' };
    case 'oddAction':
      return { _id: record.id, _action: 'DanceTango', _label: 'Something new' };
    default:
      return assertNever(answer);
  }
}
