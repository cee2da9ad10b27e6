import { useEffect } from 'react';

/**
 * On phones whose keyboard covers the page instead of shrinking it, the window is made as high as what can
 * be seen: the composer stays above the keys. Pinch zoom also changes what can be seen, and is left alone.
 */
export function useVisibleHeight(): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const listening = new AbortController();
    const root = document.documentElement;
    function follow(view: VisualViewport): void {
      const isCovered = view.scale === 1 && view.height < window.innerHeight - 1;
      if (isCovered) root.style.setProperty('--visible-height', `${view.height}px`);
      else root.style.removeProperty('--visible-height');
      if (isCovered) window.scrollTo(0, 0);
    }
    viewport.addEventListener('resize', () => follow(viewport), { signal: listening.signal });
    return () => {
      listening.abort();
      root.style.removeProperty('--visible-height');
    };
  }, []);
}
