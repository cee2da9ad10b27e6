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
 * Keeps a scrolled element at its end, but only when the reader is there: through new rows, a new size of
 * the window, and a keyboard that slides in. Whoever reads back is never moved.
 */
export function useStickToEnd(onMove: (isAtEnd: boolean) => void): Stick {
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLUListElement>(null);
  const sticks = useRef(true);
  const kept = useRef<Readonly<{ top: number; height: number }> | null>(null);

  function measure(): void {
    const element = frame.current;
    if (element === null) return;
    sticks.current = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR_END_PX;
    onMove(sticks.current);
  }

  function settle(): void {
    const element = frame.current;
    if (element === null) return;
    const { current: place } = kept;
    kept.current = null;
    if (place !== null) element.scrollTop = place.top + element.scrollHeight - place.height;
    else if (sticks.current) element.scrollTop = element.scrollHeight;
  }

  // after every commit: whatever it brought may have moved the end
  useLayoutEffect(settle);

  const resized = useEffectEvent((isFrame: boolean) => {
    if (isFrame) settle();
    // the content alone: the reader unfolded something, and is no longer at the end
    else measure();
  });

  useEffect(() => {
    if (frame.current === null || content.current === null) return;
    const observer = new ResizeObserver((records) =>
      resized(records.some((record) => record.target === frame.current)),
    );
    observer.observe(frame.current);
    observer.observe(content.current);
    return () => observer.disconnect();
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
