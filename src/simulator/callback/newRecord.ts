import type { Field } from '../gms.ts';
import type { Flags } from './effectiveFlags.ts';
import type { ServiceRecord } from './serviceRecord.ts';
import type { World } from '../world.ts';
import { randomDigits } from '../random.ts';
import { attachedDataOf, fieldOf, filledField } from '../wire/fields.ts';

/** Files a new service session with all that came along. Source: protocol/gms-callback.md §1.5, §2.1. */
export function newRecord(
  world: World,
  service: string,
  flags: Flags,
  fields: readonly Field[],
): ServiceRecord {
  const number = fieldOf(fields, '_customer_number') ?? fieldOf(fields, '_phone_number') ?? '';
  const wanted = filledField(fields, '_desired_time');
  const isDialled = flags.media === 'voice' && flags.direction === 'USERTERMINATED' && !flags.waits;
  const record: ServiceRecord = {
    id: newId(world),
    service,
    media: flags.media === 'chat' ? 'chat' : 'voice',
    direction: flags.direction,
    givesCode: flags.givesCode,
    number,
    data: attachedDataOf(fields),
    createdAt: world.now,
    desiredTime: wanted === undefined ? null : new Date(wanted).toISOString(),
    dialledAt: isDialled ? world.now : null,
    endedBy: failureOf(flags, number),
    position: 3,
    notice: null,
    chatId: null,
  };
  world.state.services[record.id] = record;
  return record;
}

/** Accepted, and then hopeless: the record alone tells (gms-callback.md §2.2). */
function failureOf(flags: Flags, number: string): ServiceRecord['endedBy'] {
  if (flags.media !== 'voice' && flags.media !== 'chat') return 'FAIL_IXN_UNKNOWN_MEDIA_TYPE';
  const needsNumber = flags.media === 'voice' && flags.direction === 'USERTERMINATED';
  return needsNumber && number === '' ? 'FAIL_NO_CUSTOMER_NUMBER' : null;
}

function newId({ state }: World): string {
  const [a, b, c, d, e] = [8, 4, 3, 3, 12].map((length) => randomDigits(state, length, 16));
  return `${randomDigits(state, 3, 10)}-${a}-${b}-4${c}-9${d}-${e}`;
}
