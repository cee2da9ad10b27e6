import type { CallCatalogue } from '../../i18n/catalogue.ts';
import { loadCallCatalogue } from '../../i18n/loadCatalogue.ts';
import type { Locale } from '../../i18n/pickLocale.ts';

const asked = new Map<Locale, Promise<CallCatalogue>>();

/** The same promise each time, as a component needs it that waits for one. */
export function callWords(locale: Locale): Promise<CallCatalogue> {
  const words = asked.get(locale) ?? loadCallCatalogue(locale);
  asked.set(locale, words);
  return words;
}
