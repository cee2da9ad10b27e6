import { useState } from 'react';
import { useCallT } from '../calls/CallWordsContext.ts';
import { Panel } from '../calls/Panel.tsx';
import { useSettings } from '../ConsoleContext.ts';
import { slotWords } from '../schedule/slotWords.ts';
import { ownZone, zoneName } from '../schedule/zone.ts';
import { CallFacts } from './CallFacts.tsx';
import { CallState } from './CallState.tsx';
import { MoveCall } from './MoveCall.tsx';
import { saveAppointment } from './saveAppointment.ts';

type Props = Readonly<{ serviceId: string; desiredTime: string; number: string }>;

/** Long enough for most calls; the calendar asks for an end. */
const MINUTES = 15;

/** The receipt for a call that is booked: when, on which number, and what can still be changed. */
export function BookedCall({ serviceId, desiredTime, number }: Props) {
  const t = useCallT();
  const { brandTitle, reference } = useSettings();
  const [isMoving, setIsMoving] = useState(false);
  const [wasMoved, setWasMoved] = useState(false);
  const at = Date.parse(desiredTime);
  const when = slotWords(t, { at, offset: null });

  const title = t('calendar.summary', { title: brandTitle ?? t('title') });
  const text = [t('calendar.text', { number }), reference && t('reference', { reference })].join('\n').trim();
  const saveToCalendar = () =>
    saveAppointment(t('calendar.fileName'), { id: serviceId, at, minutes: MINUTES, title, text });

  if (isMoving) {
    return (
      <MoveCall
        serviceId={serviceId}
        when={when}
        onDone={(isMoved) => {
          setIsMoving(false);
          setWasMoved(isMoved);
        }}
      />
    );
  }
  return (
    <Panel heading={t('booked.heading')}>
      <p className="booked-time">
        <time dateTime={desiredTime}>{when}</time>
      </p>
      <p className="panel-note" aria-live="polite">
        {wasMoved && t('booked.moved')}
      </p>
      <CallFacts
        facts={[
          [t('booked.time'), zoneName(at, ownZone())],
          [t('call.number'), number],
        ]}
      />
      <div className="buttons">
        <button type="button" className="button" onClick={saveToCalendar}>
          {t('booked.calendar')}
        </button>
        <button type="button" className="button" onClick={() => setIsMoving(true)}>
          {t('booked.move')}
        </button>
      </div>
      <CallState serviceId={serviceId} desiredTime={desiredTime} />
      {reference !== '' && <p className="panel-note">{t('reference', { reference })}</p>}
    </Panel>
  );
}
