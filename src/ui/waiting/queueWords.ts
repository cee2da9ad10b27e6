import type { CallTranslator } from '../../i18n/translator.ts';
import type { QueuePosition } from '../../queries/loadCallbacks.ts';

/** Older than this, a figure is no longer shown as the present one. */
const CURRENT_MS = 30_000;
/** The age is said in steps: a number that never stands still cannot be read. */
const STEP_S = 10;

/** A wait as one would say it: whole minutes, rounded up. */
export function waitWords(t: CallTranslator, seconds: number): string {
  if (seconds < 60) return t('queue.soon');
  return t('queue.minutes', { count: Math.ceil(seconds / 60) });
}

/** How old the figures are. */
export function ageWords(t: CallTranslator, ageMs: number): string {
  const count = Math.floor(ageMs / 1000 / STEP_S) * STEP_S;
  if (ageMs > CURRENT_MS) return t('queue.stale', { count });
  return count === 0 ? t('queue.now') : t('queue.age', { count });
}

export function isCurrent(ageMs: number): boolean {
  return ageMs <= CURRENT_MS;
}

/** The figures as they are spoken; empty when none is known. */
export function queueSaying(t: CallTranslator, { position, waitSeconds }: QueuePosition): string {
  return [
    position === null ? '' : t('queue.sayPosition', { position }),
    waitSeconds === null ? '' : t('queue.sayWait', { time: waitWords(t, waitSeconds) }),
  ]
    .join(' ')
    .trim();
}
