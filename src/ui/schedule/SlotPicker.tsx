import { useState } from 'react';
import type { Slot } from '../../queries/loadCallbacks.ts';
import { QueryFrame } from '../calls/QueryFrame.tsx';
import { AllSlots } from './AllSlots.tsx';
import { OfferedSlots } from './OfferedSlots.tsx';
import type { SlotTime } from './slotDays.ts';

export type Picking = Readonly<{
  chosen: SlotTime | null;
  mistake: string | undefined;
  onChoose: (time: SlotTime) => void;
}>;

/** Where a time is chosen: among those the service offered instead of a refused one, or among all. */
export function SlotPicker({ offered, ...picking }: Picking & Readonly<{ offered: readonly Slot[] }>) {
  const [isAll, setIsAll] = useState(offered.length === 0);
  if (!isAll) return <OfferedSlots slots={offered} onAll={() => setIsAll(true)} {...picking} />;
  return (
    <QueryFrame>
      <AllSlots {...picking} />
    </QueryFrame>
  );
}
