import type { Catalogue } from '../i18n/catalogue.ts';
import { loadCallCatalogue } from '../i18n/loadCatalogue.ts';
import { loadExtraCatalogue } from '../i18n/loadExtraCatalogue.ts';
import type { Locale } from '../i18n/pickLocale.ts';
import { unknownTexts } from '../i18n/translator.ts';

/** Keys of own wording that no part of the console says, those that come on demand included. */
export async function adviseOnTexts(
  texts: Readonly<Record<string, string>>,
  messages: Catalogue,
  locale: Locale,
): Promise<readonly string[]> {
  const [calls, extras] = await Promise.all([loadCallCatalogue(locale), loadExtraCatalogue(locale)]);
  return unknownTexts(texts, { ...messages, ...calls, ...extras });
}
