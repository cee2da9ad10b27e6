import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useStickToEnd } from './useStickToEnd.ts';
import { WINDOW, windowStart } from './windowStart.ts';

/** Somebody reads back: nothing they can see goes away. `seen` entries were there when they left the end. */
type Reading = Readonly<{ start: number; seen: number }>;

type ReadingPlace = Readonly<{
  /** for the transcript, which scrolls, and for its rows */
  log: RefObject<HTMLDivElement | null>;
  list: RefObject<HTMLUListElement | null>;
  /** index of the first entry to show */
  start: number;
  /** null while the end is followed */
  seen: number | null;
  onScroll: () => void;
  showEarlier: () => void;
  /** so many entries come before all others in the next commit */
  makeRoom: (added: number) => void;
  /** focus to the transcript, and its first new row into view */
  goTo: (row: Element | null) => void;
}>;

/** Which part of the conversation is shown, and where in it the reader is. */
export function useReadingPlace(count: number, waiting: number): ReadingPlace {
  const [reading, setReading] = useState<Reading | null>(null);
  const following = windowStart(count);
  const start = reading === null ? following : Math.min(reading.start, following);
  const stick = useStickToEnd((isAtEnd) =>
    setReading((before) => (isAtEnd ? null : (before ?? { start, seen: count }))),
  );

  const wereWaiting = useRef(waiting);
  useLayoutEffect(() => {
    // who writes wants to see it
    if (waiting > wereWaiting.current) stick.follow();
    wereWaiting.current = waiting;
  });

  return {
    log: stick.frame,
    list: stick.content,
    start,
    seen: reading?.seen ?? null,
    onScroll: stick.measure,
    showEarlier() {
      stick.keepPlace();
      // the button goes away with the last of them, and must not take the focus along
      if (start <= WINDOW) stick.frame.current?.focus({ preventScroll: true });
      setReading((before) => ({ start: Math.max(0, start - WINDOW), seen: before?.seen ?? count }));
    },
    makeRoom(added) {
      stick.keepPlace();
      setReading((before) => ({ start: 0, seen: (before?.seen ?? count) + added }));
    },
    goTo(row) {
      const frame = stick.frame.current;
      if (frame === null) return;
      frame.focus({ preventScroll: true });
      if (row === null) return stick.follow();
      frame.scrollBy(0, row.getBoundingClientRect().top - frame.getBoundingClientRect().top);
      setReading({ start, seen: count });
    },
  };
}
