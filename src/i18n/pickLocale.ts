/** The languages we have words for. */
export type Locale = 'en' | 'de';

const LOCALES: readonly Locale[] = ['en', 'de'];

type Wishes = Readonly<{
  /** from the address; a tag nobody can read is passed over */
  lang: string | null;
  /** from the configuration: a tag, or `auto` */
  configured: string;
  /** languages of the browser, best first */
  preferred: readonly string[];
}>;

/** The first wish we have words for: the address, then the configuration, then the browser, then English. */
export function pickLocale({ lang, configured, preferred }: Wishes): Locale {
  for (const wish of [lang ?? '', configured, ...preferred]) {
    const language = wish.split('-', 1)[0]?.toLowerCase();
    const match = LOCALES.find((locale) => locale === language);
    if (match) return match;
  }
  return 'en';
}

/**
 * How the visitor writes times and numbers in that language: the British have other clocks than the Americans.
 * `hours` of the clock, where the site wants the same for all.
 */
export function pickRegion(locale: Locale, preferred: readonly string[], hours?: 12 | 24): string {
  const region = preferred.find((tag) => tag.split('-', 1)[0]?.toLowerCase() === locale) ?? locale;
  return hours === undefined ? region : `${region.split('-u-', 1)[0]}-u-hc-${hours === 12 ? 'h12' : 'h23'}`;
}
