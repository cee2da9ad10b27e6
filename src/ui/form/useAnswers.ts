import { use, useState } from 'react';
import type { ContactField, Customer, Order } from '../../session/ports.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import type { Answers, MistakeKey } from './checkAnswers.ts';
import { answersFrom, customerFrom, mistakesIn } from './checkAnswers.ts';
import { guessCountry } from './guessCountry.ts';
import { loadPhoneBook } from './loadPhoneBook.ts';
import type { Refusal } from './refusal.ts';
import { useUnsentGuard } from './useUnsentGuard.ts';

type Form = Readonly<{
  answers: Answers;
  country: string;
  mistakeOf: (field: ContactField) => string | undefined;
  change: (field: ContactField, answer: string, country?: string) => void;
  /** what the order takes, or null and the mistakes are shown */
  submit: () => Partial<Customer> | null;
}>;

/** What stands in the fields, and what is wrong with it: said when it is handed in, and taken back when it is changed. */
export function useAnswers(fields: readonly ContactField[], order: Order, refusal: Refusal | null): Form {
  const t = useCallT();
  const phones = fields.includes('contactNumber') ? use(loadPhoneBook()) : null;
  const [isTyped, setIsTyped] = useState(false);
  useUnsentGuard(isTyped);
  const [answers, setAnswers] = useState(() => {
    const known = answersFrom(order.customer);
    return { ...known, contactNumber: phones?.spaced(known.contactNumber) ?? known.contactNumber };
  });
  const [country, setCountry] = useState(() => {
    const guess = guessCountry(navigator.languages, t.region);
    return phones?.countryOf(answers.contactNumber, guess) ?? guess;
  });
  const [mistakes, setMistakes] = useState<Readonly<Partial<Record<ContactField, MistakeKey>>>>(
    refusal?.field ? { [refusal.field]: refusal.words } : {},
  );

  return {
    answers,
    country,
    mistakeOf(field) {
      const key = mistakes[field];
      if (key === undefined) return undefined;
      const names = new Intl.DisplayNames(t.locale, { type: 'region' });
      return isAboutCountry(key) ? t(key, { country: names.of(country) ?? country }) : t(key);
    },
    change(field, answer, countryNow = country) {
      setAnswers({ ...answers, [field]: answer });
      setIsTyped(true);
      setCountry(countryNow);
      setMistakes({ ...mistakes, [field]: undefined });
    },
    submit() {
      const found = { ...mistakesIn(fields, answers) };
      const number = phones?.checkNumber(answers.contactNumber, country);
      if (number?.isGood === false) found.contactNumber = `mistake.${number.mistake}`;
      setMistakes(found);
      if (Object.keys(found).length > 0) return null;
      return customerFrom(fields, number?.isGood ? { ...answers, contactNumber: number.e164 } : answers);
    },
  };
}

type AboutCountry = 'mistake.numberShort' | 'mistake.numberLong' | 'mistake.numberWrong';

function isAboutCountry(key: MistakeKey): key is AboutCountry {
  return key === 'mistake.numberShort' || key === 'mistake.numberLong' || key === 'mistake.numberWrong';
}
