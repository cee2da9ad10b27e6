import { useEffect } from 'react';
import { useSettings } from '../ConsoleContext.ts';

/**
 * Lets the browser ask before a window is closed in which answers stand that nobody has had yet: they are kept nowhere.
 * Never in a frame, where it would be the host's page that cannot be left.
 */
export function useUnsentGuard(isTyped: boolean): void {
  const { isEmbedded } = useSettings();
  const isOn = isTyped && !isEmbedded;
  useEffect(() => {
    if (!isOn) return undefined;
    const listening = new AbortController();
    addEventListener('beforeunload', (event) => event.preventDefault(), { signal: listening.signal });
    return () => listening.abort();
  }, [isOn]);
}
