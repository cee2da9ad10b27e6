import { useState } from 'react';
import { useCallT } from '../calls/CallWordsContext.ts';
import { DayChoice } from './DayChoice.tsx';
import type { SlotDay } from './slotDays.ts';
import type { Picking } from './SlotPicker.tsx';
import { TimeChoice } from './TimeChoice.tsx';
import { ownZone, wallClock, zoneName } from './zone.ts';

/** A day, then a time of it, in the visitor's own zone, which is named. It begins with the first day that is free. */
export function DaysAndTimes({ days, ...picking }: Picking & Readonly<{ days: readonly SlotDay[] }>) {
  const t = useCallT();
  const timeZone = ownZone();
  const { chosen } = picking;
  const [looked, setLooked] = useState<string | null>(null);
  const wanted = looked ?? (chosen === null ? null : wallClock(chosen.at, timeZone).date);
  const firstFree = days.find(({ free }) => free > 0);
  const day = days.find(({ date, free }) => date === wanted && free > 0) ?? firstFree;
  const isFirstTaken = firstFree !== undefined && firstFree !== days[0];
  return (
    <>
      <p className="panel-note">
        {t('slots.zone', { zone: zoneName((day ?? days[0])?.noon ?? 0, timeZone) })}
      </p>
      <DayChoice days={days} chosen={day?.date ?? null} onChoose={setLooked} />
      {isFirstTaken && <p className="panel-note">{t('slots.nextFree', { day: t.day(firstFree.noon) })}</p>}
      {day ? (
        <TimeChoice
          key={day.date}
          times={day.times}
          chosen={chosen?.key ?? null}
          mistake={picking.mistake}
          onChoose={picking.onChoose}
        />
      ) : (
        <p className="field-mistake">{picking.mistake}</p>
      )}
    </>
  );
}
