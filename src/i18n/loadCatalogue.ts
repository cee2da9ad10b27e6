import { assertNever } from '../lib/assertNever.ts';
import type { CallCatalogue, Catalogue } from './catalogue.ts';
import { en } from './messages/en.ts';
import type { Locale } from './pickLocale.ts';

/** Words, and the language they are in: English where those that were wished for cannot be had. */
type Loaded = Readonly<{ locale: Locale; messages: Catalogue }>;

/** English is always at hand, because the shell speaks it; any other language is fetched when it is needed. */
export async function loadCatalogue(locale: Locale): Promise<Loaded> {
  const english: Loaded = { locale: 'en', messages: en };
  switch (locale) {
    case 'en':
      return english;
    case 'de':
      return import('./messages/de.ts').then(
        ({ de }) => ({ locale, messages: de }),
        () => english,
      );
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
      return import('./messages/callsDe.ts').then(
        ({ callsDe }) => callsDe,
        () => loadCallCatalogue('en'),
      );
    default:
      return assertNever(locale);
  }
}
