import { useId } from 'react';
import { useCallT } from '../calls/CallWordsContext.ts';
import { partsOfDay } from './partsOfDay.ts';
import type { SlotTime } from './slotDays.ts';
import { timeWords } from './slotWords.ts';
import { ownZone } from './zone.ts';

type Props = Readonly<{
  times: readonly SlotTime[];
  chosen: string | null;
  mistake: string | undefined;
  onChoose: (time: SlotTime) => void;
}>;

/**
 * One time of that day, its morning before its evening; what is taken stands there, so that nobody looks for it.
 * To the browser it is one choice: arrow keys go from one part of the day into the next.
 */
export function TimeChoice({ times, chosen, mistake, onChoose }: Props) {
  const t = useCallT();
  const name = useId();
  return (
    <div
      className="choice"
      role="radiogroup"
      aria-labelledby={`${name}-label`}
      aria-describedby={mistake === undefined ? undefined : `${name}-mistake`}
      aria-invalid={mistake !== undefined || undefined}
    >
      <p className="field-head" id={`${name}-label`}>
        {t('slots.time')}
      </p>
      <div className="choice-times">
        {partsOfDay(times, ownZone()).map(({ part, times: slots }) => (
          <div key={part} className="choice-part" role="group" aria-labelledby={`${name}-${part}`}>
            <p className="choice-part-name" id={`${name}-${part}`}>
              {t(`slots.${part}`)}
            </p>
            {slots.map((time) => (
              <label key={time.key} className="choice-item">
                <input
                  type="radio"
                  className="choice-radio"
                  name={name}
                  value={time.key}
                  checked={time.key === chosen}
                  disabled={time.capacity === 0}
                  onChange={() => onChoose(time)}
                />
                <span className="choice-face">
                  <span className="choice-words">{timeWords(t, time)}</span>
                  {time.capacity === 0 && <small> {t('slots.taken')}</small>}
                </span>
              </label>
            ))}
          </div>
        ))}
      </div>
      <p className="field-mistake" id={`${name}-mistake`} aria-live="polite">
        {mistake}
      </p>
    </div>
  );
}
