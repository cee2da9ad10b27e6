import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

/** The time, ms since the epoch, for something that counts down: as the device shows it, or another that `read` gives. */
export function useClock(read: () => number = Date.now): number {
  const [now, setNow] = useState(read);
  useEffect(() => {
    let waiting = setTimeout(tick, TICK_MS);
    function tick(): void {
      setNow(read());
      waiting = setTimeout(tick, TICK_MS);
    }
    return () => clearTimeout(waiting);
  }, [read]);
  return now;
}
