import { useConsole } from '../ConsoleContext.ts';
import { selectTalkingTo } from '../header/selectTalkingTo.ts';
import { legible } from './legible.ts';
import { saveTranscript } from './saveTranscript.ts';

export type SavedAs = 'text' | 'webPage';

/** How to save the conversation. It needs nothing from anywhere: at its end we may be offline. */
export function useSaveTranscript(): (kind: SavedAs) => void {
  const { session, settings, t } = useConsole();
  return (kind) => {
    const state = session.getState();
    const title = legible(selectTalkingTo(state)) || (settings.brandTitle ?? t('title'));
    saveTranscript(kind, { state, title, t, reference: settings.reference, savedAt: Date.now() });
  };
}
