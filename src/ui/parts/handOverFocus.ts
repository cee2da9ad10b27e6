import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** Marks where focus goes when what had it disappears: the composer, or the heading that stands in its place. */
export const TAKES_FOCUS = { 'data-takes-focus': '' } as const;

/** Nothing was there yet to move the focus to: a part that travels on demand takes it when it comes. */
let isAwaited = false;

/** Only when it was lost: what comes instead may have taken it already. */
function focusHome(): void {
  isAwaited = false;
  if (!isFocusLost()) return;
  // one that leaves may still be there, hidden until what comes instead is loaded: it takes none
  for (const home of document.querySelectorAll<HTMLElement>('[data-takes-focus]')) {
    home.focus();
    if (document.activeElement === home) return;
  }
  isAwaited = true;
}

/** The browser takes the focus from what is hidden, too, but only when it draws. */
function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.getClientRects().length === 0;
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
