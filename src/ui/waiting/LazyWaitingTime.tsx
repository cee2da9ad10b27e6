import { Suspense } from 'react';
import { useSettings } from '../ConsoleContext.ts';
import { lazyPart } from '../parts/lazyPart.ts';

const WaitingTime = lazyPart(async () => (await import('./WaitingTime.tsx')).WaitingTime);

/** Nothing, and no question, where no queue is configured. */
export function LazyWaitingTime() {
  const { hasWaitingTime } = useSettings();
  return <Suspense>{hasWaitingTime && <WaitingTime />}</Suspense>;
}
