import { lazy, Suspense } from 'react';
import type { Slot } from '../../queries/loadCallbacks.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import type { Picking } from './SlotPicker.tsx';

const SlotPicker = lazy(() => import('./SlotPicker.tsx').then((module) => ({ default: module.SlotPicker })));

/** The choice of a time, with all that it needs to ask for free ones, once somebody is to choose. */
export function LazySlotPicker(props: Picking & Readonly<{ offered: readonly Slot[] }>) {
  const t = useCallT();
  return (
    <Suspense fallback={<p className="panel-text">{t('slots.loading')}</p>}>
      <SlotPicker {...props} />
    </Suspense>
  );
}
