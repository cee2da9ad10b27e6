import { useEffect, useEffectEvent, useRef } from 'react';
import { useSpeaker } from '../announcer/useSpeaker.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import type { QueuePosition } from '../../queries/loadCallbacks.ts';
import { queueSaying } from './queueWords.ts';

/** A queue that moves fast must not talk all the time. */
const PAUSE_MS = 30_000;

/** What a screen reader hears of the queue: when it moved, and not more often than twice a minute. */
export function useQueueSayings(queue: QueuePosition): string {
  const t = useCallT();
  const [text, say] = useSpeaker();
  const last = useRef({ saying: '', at: Number.NEGATIVE_INFINITY });
  const saying = queueSaying(t, queue);
  const speak = useEffectEvent((words: string) => {
    if (words === '' || words === last.current.saying) return;
    last.current = { saying: words, at: performance.now() };
    say([{ text: words, isMessage: false }]);
  });
  useEffect(() => {
    const wait = Math.max(0, last.current.at + PAUSE_MS - performance.now());
    const waiting = setTimeout(speak, wait, saying);
    return () => clearTimeout(waiting);
  }, [saying]);
  return text;
}
