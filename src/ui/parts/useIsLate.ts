import { useEffect, useState } from 'react';

/** What comes late leaves the first moments alone. */
const LATE_MS = 3_000;

/** Whether the first moments of the page are over. */
export function useIsLate(): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
