import type { RefObject } from 'react';
import { useRef, useState } from 'react';
import { useDispatch, useSession } from '../ConsoleContext.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { useSessionChanges } from '../parts/useSessionChanges.ts';

type Props = Readonly<{
  log: RefObject<HTMLElement | null>;
  /** so many entries are about to stand before all others */
  onArrival: (added: number) => void;
}>;

/** What was said in an asynchronous chat before the part that has been read: asked for a page at a time. */
export function EarlierPages({ log, onArrival }: Props) {
  const t = useExtraT();
  const dispatch = useDispatch();
  const hasMore = useSession((state) => state.phase === 'chat' && (state.conversation.pages?.start ?? 0) > 0);
  const isComing = useSession((state) => typeof state.conversation.pages?.wish === 'number');
  const [added, setAdded] = useState(0);
  const button = useRef<HTMLButtonElement>(null);

  // before the rows are drawn: where the reader is can still be measured
  useSessionChanges((before, after) => {
    const start = before.conversation.pages?.start ?? 0;
    const next = after.conversation.pages?.start ?? 0;
    if (next >= start) return;
    const { entries } = after.conversation;
    const count = entries.filter(({ index }) => index !== null && index <= start).length;
    // the button goes away with the last of them, and must not take the focus along
    if (next === 0 && document.activeElement === button.current) log.current?.focus({ preventScroll: true });
    if (count === 0) return;
    setAdded(count);
    onArrival(count);
  });

  return (
    <>
      {hasMore && (
        <button
          type="button"
          className="button earlier"
          ref={button}
          aria-disabled={isComing}
          onClick={() => dispatch({ type: 'earlierRequested' })}
        >
          {t(isComing ? 'earlier.coming' : 'earlier.show')}
        </button>
      )}
      <p className="hidden" aria-live="polite">
        {added > 0 && t('earlier.shown', { count: added })}
      </p>
    </>
  );
}
