import { use, useMemo } from 'react';
import { useCallT } from '../calls/CallWordsContext.ts';
import { FieldFrame, notesOf } from './FieldFrame.tsx';
import { loadPhoneBook } from './loadPhoneBook.ts';

type Props = Readonly<{
  value: string;
  country: string;
  mistake: string | undefined;
  onChange: (value: string, country: string) => void;
}>;

/** A number and its country. A number that names its country itself is believed. */
export function PhoneField({ value, country, mistake, onChange }: Props) {
  const t = useCallT();
  const { countriesIn, countryOf } = use(loadPhoneBook());
  const countries = useMemo(() => countriesIn(t.locale), [countriesIn, t]);
  const callingCode = countries.find(({ code }) => code === country)?.callingCode ?? '';
  // what names its country itself needs no code before it
  const isInternational = /^\s*(?:\+|00)/.test(value) || callingCode === '';
  const id = 'field-contactNumber';
  const hint = t('field.numberHint');
  return (
    <FieldFrame id={id} label={t('field.contactNumber')} hint={hint} mistake={mistake}>
      <div className="phone">
        <select
          className="field-box"
          aria-label={t('field.country')}
          autoComplete="country"
          value={country}
          onChange={(event) => onChange(value, event.target.value)}
        >
          {countries.map(({ code, name, callingCode }) => (
            <option key={code} value={code}>
              {`${name} (+${callingCode})`}
            </option>
          ))}
        </select>
        <div className="phone-box">
          <input
            id={id}
            className="field-box"
            type="tel"
            autoComplete="tel"
            required
            dir="ltr"
            data-prefixed={!isInternational || undefined}
            value={value}
            onChange={(event) => onChange(event.target.value, countryOf(event.target.value, country))}
            {...notesOf(id, { hint, mistake })}
          />
          {!isInternational && (
            <span className="phone-code" aria-hidden="true">
              +{callingCode}
            </span>
          )}
        </div>
      </div>
    </FieldFrame>
  );
}
