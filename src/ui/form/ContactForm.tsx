import { useEffect, useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { flushSync } from 'react-dom';
import { readInstant } from '../../lib/readInstant.ts';
import { offeredSlots } from '../../queries/offeredSlots.ts';
import type { Failure } from '../../session/failure.ts';
import { isAboutTime } from '../../session/failure.ts';
import type { ContactField, Order } from '../../session/ports.ts';
import { SCENARIOS } from '../../session/scenarios.ts';
import { useDispatch, useSettings } from '../ConsoleContext.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { ChatInstead } from '../calls/ChatInstead.tsx';
import { PrivacyLink } from '../parts/PrivacyLink.tsx';
import { LazySlotPicker } from '../schedule/LazySlotPicker.tsx';
import type { SlotTime } from '../schedule/slotDays.ts';
import { slotWords } from '../schedule/slotWords.ts';
import { fieldsFor } from './contactFields.ts';
import { submitWords } from './formWords.ts';
import { PhoneField } from './PhoneField.tsx';
import { refusalOf } from './refusal.ts';
import { TextField } from './TextField.tsx';
import { useAnswers } from './useAnswers.ts';

type Props = Readonly<{ order: Order; asked: readonly ContactField[]; failure: Failure | null }>;

export function ContactForm({ order, asked, failure }: Props) {
  const t = useCallT();
  const dispatch = useDispatch();
  const { privacyUrl } = useSettings();
  const fields = fieldsFor(asked, order);
  const refusal = failure && refusalOf(failure, order);
  const { answers, country, mistakeOf, change, submit } = useAnswers(fields, order, refusal);
  const [time, setTime] = useState(() => keptTime(order, failure));
  const [lacksTime, setLacksTime] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isScheduled = order.scenario === 'VOICE-SCHEDULED-USERTERM';

  useEffect(() => focusMistake(form.current), []);

  function send(event: SubmitEvent): void {
    event.preventDefault();
    const customer = flushSync(submit);
    setLacksTime(isScheduled && time === null);
    if (customer === null || (isScheduled && time === null)) {
      queueMicrotask(() => focusMistake(form.current));
    } else {
      dispatch({
        type: 'formSubmitted',
        customer,
        ...(time && isScheduled ? { desiredTime: time.key } : {}),
      });
    }
  }

  return (
    <form className="form" ref={form} noValidate onSubmit={send}>
      {refusal?.field === null && (
        <p className="form-refusal" role="alert">
          {t(refusal.words)}
        </p>
      )}
      {fields.map((field) =>
        field === 'contactNumber' ? (
          <PhoneField
            key={field}
            value={answers.contactNumber}
            country={country}
            mistake={mistakeOf(field)}
            onChange={(value, now) => change(field, value, now)}
          />
        ) : (
          <TextField
            key={field}
            field={field}
            value={answers[field]}
            mistake={mistakeOf(field)}
            onChange={(value) => change(field, value)}
          />
        ),
      )}
      {isScheduled && (
        <LazySlotPicker
          chosen={time}
          offered={offeredSlots(failure?.availability)}
          mistake={lacksTime ? t('mistake.time') : undefined}
          onChoose={(chosen) => {
            setTime(chosen);
            setLacksTime(false);
          }}
        />
      )}
      <div className="buttons">
        <button type="submit" className="button" data-kind="primary">
          {submitWords(t, order.scenario, time && slotWords(t, time))}
        </button>
        {SCENARIOS[order.scenario].media === 'VOICE' && <ChatInstead />}
      </div>
      {privacyUrl !== null && <PrivacyLink url={privacyUrl} />}
    </form>
  );
}

/** The time that was chosen before something else was refused. */
function keptTime({ desiredTime }: Order, failure: Failure | null): SlotTime | null {
  const at = desiredTime === undefined ? null : readInstant(desiredTime);
  if (desiredTime === undefined || at === null || failure === null || isAboutTime(failure)) return null;
  return { key: desiredTime, at, capacity: 1, offset: null };
}

/** A group of choices takes no focus itself: its first choice does. */
function focusMistake(form: HTMLFormElement | null): void {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid]');
  const place = wrong?.role === 'radiogroup' ? wrong.querySelector<HTMLElement>('input:enabled') : wrong;
  place?.focus();
}
