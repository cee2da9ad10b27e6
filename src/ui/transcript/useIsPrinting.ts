import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** True while the page is being printed: paper has no buttons, so everything is shown in full. */
export function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    // the browser takes its picture right after the event
    const become = (value: boolean) => () => flushSync(() => setIsPrinting(value));
    window.addEventListener('beforeprint', become(true), { signal: listening.signal });
    window.addEventListener('afterprint', become(false), { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return isPrinting;
}
