import { useState } from 'react';
import type { Slot } from '../../queries/loadCallbacks.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { DaysAndTimes } from './DaysAndTimes.tsx';
import { slotDays } from './slotDays.ts';
import type { Picking } from './SlotPicker.tsx';
import { ownZone } from './zone.ts';

type Props = Picking & Readonly<{ slots: readonly Slot[]; onAll: () => void }>;

/** The few slots that came with a refusal; the rest is a click away. */
export function OfferedSlots({ slots, onAll, ...picking }: Props) {
  const t = useCallT();
  const [from] = useState(() => Date.now());
  const days = slotDays(slots, { from, until: from, timeZone: ownZone() });
  return (
    <>
      <DaysAndTimes days={days.filter(({ times }) => times.length > 0)} {...picking} />
      <button type="button" className="button" onClick={onAll}>
        {t('slots.all')}
      </button>
    </>
  );
}
