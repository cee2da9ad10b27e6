import { useEffect, useEffectEvent } from 'react';
import { steadyTime } from '../../lib/steadyTime.ts';
import { useSession, useT } from '../ConsoleContext.ts';
import type { Saying } from './createSpeaker.ts';

/** The last moment at which a word is still of use: enough to find the button. */
const REMINDER_S = 20;

/** Says once more that the chat is about to close. */
export function useIdleReminder(say: (sayings: readonly Saying[]) => void): void {
  const t = useT();
  const closesAt = useSession((state) =>
    state.phase === 'chat' ? (state.conversation.idle?.closesAt ?? null) : null,
  );
  const remind = useEffectEvent(() =>
    say([{ text: t('idle.countdown', { count: REMINDER_S }), isMessage: false }]),
  );
  useEffect(() => {
    if (closesAt === null) return;
    const wait = closesAt - steadyTime() - REMINDER_S * 1000;
    if (wait <= 0) return;
    const waiting = setTimeout(remind, wait);
    return () => clearTimeout(waiting);
  }, [closesAt]);
}
