import { useRef } from 'react';
import { useArrivals } from '../parts/useArrivals.ts';
import { isIncoming } from '../transcript/incomingSince.ts';
import { beep } from './beep.ts';

/** A short sound for a new message while the visitor is elsewhere. Answers how to play it once. */
export function useIncomingSound(isOn: boolean): () => void {
  const audio = useRef<AudioContext>(null);

  function play(): void {
    audio.current ??= new AudioContext();
    beep(audio.current);
  }

  useArrivals((entries) => {
    if (isOn && !document.hasFocus() && entries.some(isIncoming)) play();
  });
  return play;
}
