import { assertNever } from '../lib/assertNever.ts';
import type { Catalogue } from './catalogue.ts';
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
