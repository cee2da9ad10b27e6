import { useEffect } from 'react';
import { useConsole, useSession } from '../ConsoleContext.ts';
import { selectTalkingTo } from '../header/selectTalkingTo.ts';

export type SavedAs = 'text' | 'webPage';

/** How to save the conversation. What does it is fetched as soon as there is a chat: at its end we may be offline. */
export function useSaveTranscript(): (kind: SavedAs) => void {
  const { session, settings, t } = useConsole();
  const isChat = useSession((state) => state.phase === 'chat');
  useEffect(() => {
    if (isChat) void load().catch(ignore);
  }, [isChat]);
  return (kind) => {
    const state = session.getState();
    const title = selectTalkingTo(state) || (settings.brandTitle ?? t('title'));
    load().then(
      (module) => module.saveTranscript(kind, { state, title, t, reference: settings.reference }),
      ignore,
    );
  };
}

const load = () => import('./saveTranscript.ts');

function ignore(): void {
  // not to be had just now: the next attempt asks again
}
