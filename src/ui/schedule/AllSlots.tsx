import { useCallT } from '../calls/CallWordsContext.ts';
import { DaysAndTimes } from './DaysAndTimes.tsx';
import { slotDays } from './slotDays.ts';
import type { Picking } from './SlotPicker.tsx';
import { useSlots } from './useSlots.ts';
import { ownZone, wallClock } from './zone.ts';

/** Refusals that say that there is nothing to choose from. Source: protocol/gms-callback.md §1.6. */
const NO_HOURS: ReadonlySet<string | undefined> = new Set([
  'CallbackExceptionAvailability',
  'CallbackExceptionResource',
]);

/** All days and times, a week more on demand. */
export function AllSlots(picking: Picking) {
  const t = useCallT();
  const { slots, from, until, days: count, isLoading, failure, more, again } = useSlots();
  const timeZone = ownZone();
  // of the day in which the last week ends, only a part is known
  const { date: unfinished } = wallClock(until, timeZone);
  const days = slotDays(slots, { from, until, timeZone }).filter(({ date }) => date < unfinished);
  const isKnown = slots.length > 0 || (!isLoading && failure === null);
  return (
    <>
      {isKnown && <DaysAndTimes days={days} {...picking} />}
      {isKnown && days.every(({ free }) => free === 0) && (
        <p className="panel-text">{t('slots.noneFree', { count })}</p>
      )}
      <p className="panel-text" aria-live="polite">
        {isLoading && t('slots.loading')}
        {failure !== null && t(NO_HOURS.has(failure.exception) ? 'slots.closedOffice' : 'slots.failed')}
      </p>
      {!isKnown && <p className="field-mistake">{picking.mistake}</p>}
      {failure !== null && (
        <button type="button" className="button" onClick={again}>
          {t('tryAgain')}
        </button>
      )}
      {more !== null && (
        <button type="button" className="button" onClick={more}>
          {t('slots.more')}
        </button>
      )}
    </>
  );
}
