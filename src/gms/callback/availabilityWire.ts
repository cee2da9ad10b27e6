import { ChatError } from '../../session/failure.ts';
import { failureDetails } from '../httpFailure.ts';
import type { JsonObject } from '../jsonObject.ts';
import { isJsonObject } from '../jsonObject.ts';
import { readCount } from '../readCount.ts';
import type { Slot } from './callbackApi.ts';
import { slotsOf } from './slotsOf.ts';

/**
 * Reads the slots of either version, whichever was asked: v1 maps times to free places in any order, v2 lists them.
 * A slot that cannot be read is left out. @throws ChatError when nothing of an answer can be, or when it is an
 * exception in the shape of a success. Source: protocol/gms-callback.md §2.5.
 */
export function readAvailability(body: JsonObject): readonly Slot[] {
  const isV2 = 'slots' in body || 'durationMin' in body;
  const slots = slotsOf(isV2 ? listedPlaces(body['slots']) : mappedPlaces(body));
  if (slots.length === 0 && !isV2 && Object.keys(body).length > 0) {
    const details = failureDetails(body);
    throw new ChatError({ kind: details.exception === undefined ? 'unreadable' : 'refused', ...details });
  }
  return slots;
}

type Place = readonly [key: string, capacity: number];

function mappedPlaces(body: JsonObject): readonly Place[] {
  return Object.entries(body).flatMap(([time, places]) => place(time, places));
}

function listedPlaces(slots: unknown): readonly Place[] {
  if (!Array.isArray(slots)) return [];
  return slots.flatMap((slot: unknown) =>
    isJsonObject(slot) ? place(slot['utcTime'], slot['capacity']) : [],
  );
}

function place(time: unknown, places: unknown): readonly Place[] {
  const capacity = readCount(places);
  return typeof time === 'string' && capacity !== undefined ? [[time, capacity]] : [];
}
