/**
 * Where somebody is likely to have their telephone, from the languages of their browser, best first. A page in a
 * language they did not ask for was made for a place: then that language tells more.
 */
export function guessCountry(languages: readonly string[], pageLanguage: string): string {
  const wished = languages.map((tag) => localeOf(tag)).filter((locale) => locale !== null);
  const page = localeOf(pageLanguage);
  const isWished = wished.some((locale) => locale.language === page?.language);
  const told = isWished ? wished.find((locale) => locale.region !== undefined)?.region : page?.region;
  return told ?? page?.maximize().region ?? 'US';
}

function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
