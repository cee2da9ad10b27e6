import { useId } from 'react';
import { useCallT } from '../calls/CallWordsContext.ts';
import type { SlotDay } from './slotDays.ts';

type Props = Readonly<{
  days: readonly SlotDay[];
  chosen: string | null;
  onChoose: (date: string) => void;
}>;

/** One day of several. The browser moves through them with the arrow keys, past those that cannot be had. */
export function DayChoice({ days, chosen, onChoose }: Props) {
  const t = useCallT();
  const name = useId();
  return (
    <div className="choice" role="radiogroup" aria-labelledby={`${name}-label`}>
      <p className="field-head" id={`${name}-label`}>
        {t('slots.day')}
      </p>
      <div className="choice-days">
        {days.map(({ date, noon, free, times }) => (
          <label key={date} className="choice-item">
            <input
              type="radio"
              className="choice-radio"
              name={name}
              value={date}
              checked={date === chosen}
              disabled={free === 0}
              onChange={() => onChoose(date)}
            />
            <span className="choice-face">
              <span className="choice-words">{t.shortDay(noon)}</span>{' '}
              <small>
                {free > 0
                  ? t('slots.free', { count: free })
                  : t(times.length > 0 ? 'slots.full' : 'slots.closed')}
              </small>
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
