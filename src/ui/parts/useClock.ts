import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

/** The time of day, ms since the epoch, for something that counts down. */
export function useClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    let waiting = setTimeout(tick, TICK_MS);
    function tick(): void {
      setNow(Date.now());
      waiting = setTimeout(tick, TICK_MS);
    }
    return () => clearTimeout(waiting);
  }, []);
  return now;
}
