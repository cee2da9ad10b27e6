import type { SessionState } from '../../session/state.ts';

type OwnWords = Readonly<{ text: string; answers?: number }>;

/** What the visitor has said since an entry was there: in the transcript, and on its way. */
export function ownWordsAfter({ conversation, outbox }: SessionState, key: string): readonly OwnWords[] {
  const { entries } = conversation;
  const place = entries.findLastIndex((entry) => entry.key === key);
  const index = entries[place]?.index ?? 0;
  const told = entries
    .slice(place + 1)
    .flatMap((entry) => (entry.kind === 'message' && entry.role === 'me' ? [entry] : []));
  // what left before the entry was read cannot be meant for it
  const waiting = outbox.filter(({ baseline }) => baseline === null || baseline >= index);
  return [...told, ...waiting];
}
