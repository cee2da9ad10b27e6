import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** Marks where focus goes when what had it disappears: the composer, or the heading that stands in its place. */
export const TAKES_FOCUS = { 'data-takes-focus': '' } as const;

/** Only when it was lost: what comes instead may have taken it already. */
function focusHome(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
}

/** When this element goes away with the focus inside, the focus moves on instead of getting lost. */
export function useHandOverFocus(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const leaving = element.current;
    return () => {
      // after the commit, when what takes its place is there
      if (leaving?.contains(document.activeElement)) queueMicrotask(focusHome);
    };
  }, [element]);
}
