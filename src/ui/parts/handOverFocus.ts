import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** Marks where focus goes when what had it disappears: the composer, or the heading that stands in its place. */
export const TAKES_FOCUS = { 'data-takes-focus': '' } as const;

/** Nothing was there yet to move the focus to: a part that travels on demand takes it when it comes. */
let isAwaited = false;

/** Only when it was lost: what comes instead may have taken it already. */
function focusHome(): void {
  isAwaited = false;
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const home = document.querySelector<HTMLElement>('[data-takes-focus]');
  home?.focus();
  isAwaited = home === null;
}

/** When this element goes away with the focus inside, the focus moves on instead of getting lost. */
export function useHandOverFocus(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const leaving = element.current;
    if (isAwaited) focusHome();
    return () => {
      // after the commit, when what takes its place is there
      if (leaving?.contains(document.activeElement)) queueMicrotask(focusHome);
    };
  }, [element]);
}
