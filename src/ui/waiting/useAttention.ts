import { useEffect, useEffectEvent } from 'react';
import { useSound } from '../sound/sound.ts';

/** Calls a visitor who is elsewhere: by the name of the window, and by a sound when that is on. */
export function useAttention(words: string): void {
  const { sound } = useSound();
  const play = useEffectEvent(() => sound.play());
  useEffect(() => play(), []);
  useEffect(() => {
    const before = document.title;
    const title = `${words} – ${before}`;
    document.title = title;
    return () => {
      // somebody may have renamed it meanwhile, and knows better
      if (document.title === title) document.title = before;
    };
  }, [words]);
}
