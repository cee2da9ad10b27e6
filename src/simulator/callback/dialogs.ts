import type { ServiceRecord } from './serviceRecord.ts';
import type { World } from '../world.ts';
import { randomDigits } from '../random.ts';

/** The bodies that ask the visitor for something, or say what happens now. Source: protocol/gms-callback.md §3.6, §4. */

export function startChat({ settings }: World, record: ServiceRecord): object {
  return {
    ...dialog(record, 'StartChat', '0'),
    _label: 'Start chat',
    _start_chat_url: `${settings.publicUrl}${servicePath(settings.base, record)}/ixn/chat`,
    _comet_url: `${settings.publicUrl}${settings.base}/cometd`,
    _chat_parameters: { subject: record.data['subject'] ?? 'Question about my plan' },
  };
}

export function dialNumber({ state }: World, record: ServiceRecord): object {
  return {
    ...dialog(record, 'DialNumber', '0'),
    _label: 'Call Northwind Mobile',
    _tel_url: 'tel:+15550177',
    ...(record.givesCode ? { _access_code: randomDigits(state, 6, 10) } : {}),
  };
}

export function confirmation(record: ServiceRecord, text: string): object {
  return { ...dialog(record, 'ConfirmationDialog', '0'), _text: text, _ok_title: 'Ok' };
}

export function menu({ settings }: World, record: ServiceRecord): object {
  const choice = (label: string, request: string) => ({
    _label: label,
    _user_action_url: `${settings.publicUrl}${servicePath(settings.base, record)}/${request}`,
  });
  return {
    ...dialog(record, 'DisplayMenu', '1'),
    _label: 'An agent is ready',
    _content: [
      {
        _group_name: 'What next?',
        _group_content: [choice('Connect me', 'connect'), choice('In five minutes', 'snooze')],
      },
      { _group_name: 'No longer needed', _group_content: [choice('Cancel', 'cancel')] },
    ],
  };
}

/** The body of `request-interaction` (§2.8). */
export function accessNumber({ state }: World, record: ServiceRecord): object {
  return {
    _id: record.id,
    _access_number: '5550177',
    _expiration_time: '30',
    ...(record.givesCode ? { _access_code: randomDigits(state, 6, 10) } : {}),
  };
}

export function servicePath(base: string, record: ServiceRecord): string {
  return `${base}/1/service/${record.id}`;
}

function dialog(record: ServiceRecord, action: string, dialogId: string): object {
  return { _id: record.id, _dialog_id: dialogId, _action: action };
}
