import { assertNever } from '../lib/assertNever.ts';
import type { ExtraCatalogue } from './catalogue.ts';
import { extrasEn } from './messages/extrasEn.ts';
import type { Locale } from './pickLocale.ts';

/** The words of what comes beside a chat. Never fails: a button in English is better than none. */
export async function loadExtraCatalogue(locale: Locale): Promise<ExtraCatalogue> {
  switch (locale) {
    case 'en':
      return extrasEn;
    case 'de':
      return import('./messages/extrasDe.ts').then(
        ({ extrasDe }) => extrasDe,
        () => extrasEn,
      );
    default:
      return assertNever(locale);
  }
}
