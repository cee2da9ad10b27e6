import { useArrivals } from '../parts/useArrivals.ts';
import { useSound } from './sound.ts';
import { isIncoming } from '../transcript/incomingSince.ts';

/** A short sound for a new message while the visitor is elsewhere. */
export function useIncomingSound(): void {
  const { sound } = useSound();
  useArrivals((entries) => {
    if (!document.hasFocus() && entries.some(isIncoming)) sound.play();
  });
}
