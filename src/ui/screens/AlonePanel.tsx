import { useRef } from 'react';
import { useSettings } from '../ConsoleContext.ts';
import { CallInstead } from '../screens/CallInstead.tsx';
import { useHandOverFocus } from '../parts/handOverFocus.ts';
import { callInsteadOf } from '../screens/insteadOf.ts';

/** The chat is open and nobody is in it yet. */
export function AlonePanel() {
  const isOffered = callInsteadOf(useSettings()) !== null;
  const panel = useRef<HTMLElement>(null);
  useHandOverFocus(panel);
  if (!isOffered) return null;
  return (
    <section className="footer" ref={panel}>
      <div className="buttons">
        <CallInstead />
      </div>
    </section>
  );
}
