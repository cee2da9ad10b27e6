import type { ServiceRecord } from './serviceRecord.ts';
import type { World } from '../world.ts';
import { chatById } from '../gmsState.ts';

type RecordState = Readonly<{
  state: 'SCHEDULED' | 'QUEUED' | 'ROUTING' | 'PROCESSING' | 'COMPLETED';
  reason: string | null;
}>;

/** ms after dialling at which the customer has answered, has an agent, and is done (gms-callback.md §9). */
const ANSWERED_MS = 2000;
const CONNECTED_MS = 4000;
const FINISHED_MS = 10_000;

/** How far a callback has come: derived from what was done to it and from the time. */
export function recordState(world: World, record: ServiceRecord): RecordState {
  if (record.endedBy !== null) return { state: 'COMPLETED', reason: record.endedBy };
  if (record.desiredTime !== null) {
    const elapsed = world.now - Date.parse(record.desiredTime);
    return elapsed < 0 ? { state: 'SCHEDULED', reason: null } : dialled(elapsed);
  }
  const chat = record.chatId === null ? undefined : chatById(world.state, record.chatId);
  if (chat !== undefined) return chat.end === null ? PROCESSING : CONNECTED_AND_OVER;
  return record.dialledAt === null
    ? { state: 'QUEUED', reason: null }
    : dialled(world.now - record.dialledAt);
}

function dialled(elapsedMs: number): RecordState {
  if (elapsedMs < ANSWERED_MS) return { state: 'QUEUED', reason: null };
  if (elapsedMs < CONNECTED_MS) return { state: 'ROUTING', reason: null };
  return elapsedMs < FINISHED_MS ? PROCESSING : CONNECTED_AND_OVER;
}

const PROCESSING: RecordState = { state: 'PROCESSING', reason: null };
const CONNECTED_AND_OVER: RecordState = { state: 'COMPLETED', reason: 'AGENT_CONNECTED' };
