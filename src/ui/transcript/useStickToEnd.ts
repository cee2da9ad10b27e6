import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Nearer to the end than this counts as being there: browsers round. */
const NEAR_END_PX = 24;

type Stick = Readonly<{
  /** the element that scrolls, and what is in it */
  frame: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLUListElement | null>;
  /** looks where the reader is and tells it */
  measure: () => void;
  /** goes to the end and stays there */
  follow: () => void;
  /** what comes before the reader's place in the next commit does not move it */
  keepPlace: () => void;
}>;

/**
 * Keeps a scrolled element at its end, but only when the reader is there: through new rows, rows that grow when more
 * of them has come, a new size of the window, and a keyboard that slides in. Whoever reads back is never moved, and
 * what stands there before there are rows is read from its beginning.
 */
export function useStickToEnd(onMove: (isAtEnd: boolean) => void): Stick {
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLUListElement>(null);
  const sticks = useRef(true);
  const kept = useRef<Readonly<{ top: number; height: number }> | null>(null);

  function hasRows(): boolean {
    return content.current !== null && content.current.childElementCount > 0;
  }

  function measure(): void {
    const element = frame.current;
    if (element === null) return;
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    sticks.current = left <= NEAR_END_PX || !hasRows();
    onMove(sticks.current);
  }

  function settle(): void {
    const element = frame.current;
    if (element === null) return;
    const { current: place } = kept;
    kept.current = null;
    if (place !== null) element.scrollTop = place.top + element.scrollHeight - place.height;
    else if (sticks.current && hasRows()) element.scrollTop = element.scrollHeight;
  }

  // after every commit: whatever it brought may have moved the end
  useLayoutEffect(settle);

  const resized = useEffectEvent(settle);
  // before `resized`: what the reader unfolded is theirs to read, and they are no longer at the end
  const pressed = useEffectEvent(() => requestAnimationFrame(measure));

  useEffect(() => {
    if (frame.current === null || content.current === null) return;
    const observer = new ResizeObserver(() => resized());
    observer.observe(frame.current);
    observer.observe(content.current);
    const listening = new AbortController();
    frame.current.addEventListener('click', () => pressed(), { signal: listening.signal });
    return () => {
      observer.disconnect();
      listening.abort();
    };
  }, []);

  return {
    frame,
    content,
    measure,
    follow() {
      sticks.current = true;
      settle();
      onMove(true);
    },
    keepPlace() {
      const element = frame.current;
      if (element === null) return;
      sticks.current = false;
      kept.current = { top: element.scrollTop, height: element.scrollHeight };
    },
  };
}
