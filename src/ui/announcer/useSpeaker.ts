import { useEffect, useRef, useState } from 'react';
import { useT } from '../ConsoleContext.ts';
import type { Saying, Speaker } from './createSpeaker.ts';
import { createSpeaker } from './createSpeaker.ts';

/** The text of a live region, and how to say something in it. */
export function useSpeaker(): readonly [string, (sayings: readonly Saying[]) => void] {
  const t = useT();
  const [text, setText] = useState('');
  const speaker = useRef<Speaker>(null);
  useEffect(() => {
    const current = createSpeaker(setText, (count) => t('transcript.new', { count }));
    speaker.current = current;
    return () => current.stop();
  }, [t]);
  return [text, (sayings) => speaker.current?.say(sayings)];
}
