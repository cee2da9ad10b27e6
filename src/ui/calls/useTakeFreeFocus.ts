import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useSettings } from '../ConsoleContext.ts';

/**
 * A new screen begins where it says what it is, for whoever reads it by ear: when nothing else has the focus,
 * and never in a frame of somebody else's page.
 */
export function useTakeFreeFocus(element: RefObject<HTMLElement | null>): void {
  const { isEmbedded } = useSettings();
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && !isEmbedded && document.hasFocus()) element.current?.focus({ preventScroll: true });
  }, [element, isEmbedded]);
}
