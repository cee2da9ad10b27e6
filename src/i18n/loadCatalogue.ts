import { assertNever } from '../lib/assertNever.ts';
import type { CallCatalogue, Catalogue } from './catalogue.ts';
import { en } from './messages/en.ts';
import type { Locale } from './pickLocale.ts';

/** English is always at hand, because the shell speaks it; any other language is fetched when it is needed. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  switch (locale) {
    case 'en':
      return en;
    case 'de':
      return (await import('./messages/de.ts')).de;
    default:
      return assertNever(locale);
  }
}

/** The words of the screens that come on demand: no chat waits for them. */
export async function loadCallCatalogue(locale: Locale): Promise<CallCatalogue> {
  switch (locale) {
    case 'en':
      return (await import('./messages/callsEn.ts')).callsEn;
    case 'de':
      return (await import('./messages/callsDe.ts')).callsDe;
    default:
      return assertNever(locale);
  }
}
