import type { Entry } from '../../session/transcript.ts';

/** Something that somebody else said or showed. */
export function isIncoming(entry: Entry): boolean {
  return entry.kind !== 'notice' && entry.role !== 'me';
}

/** What others said after the first `seen` entries. */
export function incomingSince(entries: readonly Entry[], seen: number): readonly Entry[] {
  return entries.slice(seen).filter(isIncoming);
}
