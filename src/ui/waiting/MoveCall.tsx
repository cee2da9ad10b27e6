import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { offeredSlots } from '../../queries/offeredSlots.ts';
import { rescheduleMutation } from '../../queries/rescheduleMutation.ts';
import { failureOf, isAboutTime } from '../../session/failure.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { Panel } from '../calls/Panel.tsx';
import { useConsole } from '../ConsoleContext.ts';
import type { SlotTime } from '../schedule/slotDays.ts';
import { LazySlotPicker } from '../schedule/LazySlotPicker.tsx';
import { slotWords } from '../schedule/slotWords.ts';

type Props = Readonly<{
  serviceId: string;
  /** the time it is booked for, in words */
  when: string;
  onDone: (isMoved: boolean) => void;
}>;

/** Another time for a call that is booked. Until it is accepted, the old one stands. */
export function MoveCall({ serviceId, when, onDone }: Props) {
  const t = useCallT();
  const { loadCallbacks, session } = useConsole();
  const [time, setTime] = useState<SlotTime | null>(null);
  const [lacksTime, setLacksTime] = useState(false);
  const { mutate, isPending, error } = useMutation(rescheduleMutation(loadCallbacks, serviceId));
  const offered = offeredSlots(error === null ? undefined : failureOf(error).availability);

  function move(): void {
    if (isPending) return;
    setLacksTime(time === null);
    if (time === null) return;
    mutate(time.key, {
      onSuccess: () => {
        session.dispatch({ type: 'callbackMoved', desiredTime: time.key });
        onDone(true);
      },
      onError(refusal) {
        // it cannot be had: another one has to be chosen
        if (isAboutTime(failureOf(refusal))) setTime(null);
      },
    });
  }

  return (
    <Panel kind="form" heading={t('booked.moveHeading')}>
      {error !== null && (
        <p className="form-refusal" role="alert">
          {offered.length > 0 ? t('refused.slot') : t('booked.moveFailed', { time: when })}
        </p>
      )}
      <LazySlotPicker
        key={offered.map(({ key }) => key).join()}
        chosen={time}
        offered={offered}
        mistake={lacksTime ? t('mistake.time') : undefined}
        onChoose={(chosen) => {
          setTime(chosen);
          setLacksTime(false);
        }}
      />
      <div className="buttons">
        <button type="button" className="button" data-kind="primary" aria-disabled={isPending} onClick={move}>
          {time === null ? t('booked.moveNow') : t('booked.moveTo', { time: slotWords(t, time) })}
        </button>
        <button type="button" className="button" onClick={() => onDone(false)}>
          {t('booked.keepTime', { time: when })}
        </button>
      </div>
    </Panel>
  );
}
