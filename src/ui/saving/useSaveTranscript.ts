import { useEffect } from 'react';
import { useConsole, useSession } from '../ConsoleContext.ts';
import { selectTalkingTo } from '../header/selectTalkingTo.ts';
import { legible } from './legible.ts';

export type SavedAs = 'text' | 'webPage';

/** How to save the conversation. What does it is fetched with the visitor's first words: at the end we may be offline. */
export function useSaveTranscript(): (kind: SavedAs) => void {
  const { session, settings, t } = useConsole();
  const hasSpoken = useSession((state) => state.outbox.length > 0);
  useEffect(() => {
    if (hasSpoken) void load().catch(ignore);
  }, [hasSpoken]);
  return (kind) => {
    const state = session.getState();
    const title = legible(selectTalkingTo(state)) || (settings.brandTitle ?? t('title'));
    const conversation = { state, title, t, reference: settings.reference, savedAt: Date.now() };
    load().then(({ saveTranscript }) => saveTranscript(kind, conversation), ignore);
  };
}

const load = () => import('./saveTranscript.ts');

function ignore(): void {
  // not to be had just now: the next attempt asks again
}
