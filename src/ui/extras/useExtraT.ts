import { use, useMemo } from 'react';
import type { ExtraCatalogue } from '../../i18n/catalogue.ts';
import { loadExtraCatalogue } from '../../i18n/loadExtraCatalogue.ts';
import type { Locale } from '../../i18n/pickLocale.ts';
import type { ExtraTranslator } from '../../i18n/translator.ts';
import { useT } from '../ConsoleContext.ts';

const asked = new Map<Locale, Promise<ExtraCatalogue>>();

/** The words of what comes beside a chat, too; waits for them below a `Suspense`. */
export function useExtraT(): ExtraTranslator {
  const t = useT();
  const words = use(extraWords(t.locale));
  return useMemo(() => t.withExtras(words), [t, words]);
}

/** The same promise each time, as a component needs it that waits for one. */
function extraWords(locale: Locale): Promise<ExtraCatalogue> {
  const words = asked.get(locale) ?? loadExtraCatalogue(locale);
  asked.set(locale, words);
  return words;
}
