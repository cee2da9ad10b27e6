import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCallT } from '../calls/CallWordsContext.ts';
import { Panel } from '../calls/Panel.tsx';
import { useSession, useSettings } from '../ConsoleContext.ts';
import { slotWords } from '../schedule/slotWords.ts';
import { ownZone, zoneName } from '../schedule/zone.ts';
import { CallFacts } from './CallFacts.tsx';
import { MoveCall } from './MoveCall.tsx';
import { PhoneNumber } from './PhoneNumber.tsx';
import { saveAppointment } from './saveAppointment.ts';

type Props = Readonly<{
  serviceId: string;
  /** ms since the epoch */
  at: number;
  /** not once it is in the queue. Source: protocol/gms-callback.md §8, A4 */
  canMove: boolean;
  /** how it stands, and the way back */
  children: ReactNode;
}>;

/** Long enough for most calls; the calendar asks for an end. */
const MINUTES = 15;

/** The receipt for a call that is booked: when, on which number, and what can still be changed. */
export function BookedCall({ serviceId, at, canMove, children }: Props) {
  const t = useCallT();
  const { brandTitle, reference } = useSettings();
  const [isMoving, setIsMoving] = useState(false);
  const [wasMoved, setWasMoved] = useState(false);
  const number = useSession((state) => state.order?.customer.contactNumber ?? '');
  const when = slotWords(t, { at, offset: null });

  const title = t('calendar.summary', { title: brandTitle ?? t('title') });
  const text = [t('calendar.text', { number }), reference && t('reference', { reference })].join('\n').trim();
  const saveToCalendar = () =>
    saveAppointment(t('calendar.fileName'), { id: serviceId, at, minutes: MINUTES, title, text });

  if (isMoving && canMove) {
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
        <time dateTime={new Date(at).toISOString()}>{when}</time>
      </p>
      <p className="panel-note" aria-live="polite">
        {wasMoved && t('booked.moved')}
      </p>
      <CallFacts
        facts={[
          [t('booked.zone'), zoneName(at, ownZone())],
          [t('call.number'), number === '' ? null : <PhoneNumber key={number} number={number} />],
        ]}
      />
      <div className="buttons">
        <button type="button" className="button" onClick={saveToCalendar}>
          {t('booked.calendar')}
        </button>
        {canMove && (
          <button type="button" className="button" onClick={() => setIsMoving(true)}>
            {t('booked.move')}
          </button>
        )}
      </div>
      {children}
      {reference !== '' && <p className="panel-note">{t('reference', { reference })}</p>}
    </Panel>
  );
}
