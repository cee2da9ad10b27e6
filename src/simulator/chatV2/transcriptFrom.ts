import type { Chat, ChatEvent } from '../chat/chat.ts';
import type { Field } from '../gms.ts';
import type { World } from '../world.ts';
import { filledField } from '../wire/fields.ts';

/** How far back a `duplicate` fault reaches. */
const REPEATED = 3;

/**
 * The events that a call asks for with `transcriptPosition`: absent everything, 0 none, n those from n on,
 * -1 the last one. Source: protocol/gms-chat.md §3.4, §15.2.
 */
export function transcriptFrom(world: World, chat: Chat, position: number | undefined): readonly ChatEvent[] {
  if (position === 0) return [];
  if (position === -1) return chat.events.slice(-1);
  const first = (position ?? 1) - (world.twist === 'duplicate' ? REPEATED : 0);
  const events = [...chat.events.filter(({ index }) => index >= first), ...chat.loose.splice(0)];
  if (world.twist === 'duplicate') return events.flatMap((event) => [event, event]);
  return world.twist === 'disorder' ? events.toReversed() : events;
}

export function positionOf(fields: readonly Field[]): number | undefined {
  const position = Number(filledField(fields, 'transcriptPosition') ?? NaN);
  return Number.isInteger(position) ? position : undefined;
}
