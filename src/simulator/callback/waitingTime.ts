import type { Call, Handler } from '../world.ts';
import { filledField } from '../wire/fields.ts';
import { gmsError, jsonReply } from '../wire/reply.ts';
import { param } from '../world.ts';

/** Seconds one waits, by queue; a queue of any other name is as busy as most. */
const WAITS: ReadonlyMap<string, number> = new Map([
  ['quiet', 20],
  ['busy', 1_500],
  // what servers say when they cannot tell
  ['untold', -1],
]);
const USUAL_S = 290;

const MODES = { v1: ['urs', 'urs2', 'stat'], v2: ['ewt1', 'ewt2', 'ewt3'] } as const;

/** `GET /1/service/ewt-for-vq?name=…&aqt=…`. Source: protocol/gms-callback.md §2.7, §8 A7. */
export const waitingTimeV1: Handler = (_world, call) =>
  answer(call, MODES.v1, filledField(call.fields, 'aqt') ?? 'urs2');

/** `GET /2/ewt/{mode}`. Source: protocol/gms-callback.md §2.7. */
export const waitingTimeV2: Handler = (_world, call) => answer(call, MODES.v2, param(call, 'mode'));

function answer(call: Call, modes: readonly string[], mode: string) {
  if (!modes.includes(mode)) return gmsError(400, 'Unknown way of estimating', 'GSGException');
  const name = filledField(call.fields, 'name');
  const names = name === undefined ? [...WAITS.keys()] : [name];
  return jsonReply(Object.fromEntries(names.map((queue) => [queue, { ewt: WAITS.get(queue) ?? USUAL_S }])));
}
