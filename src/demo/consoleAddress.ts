type Visit = Readonly<{
  visitId: string;
  pageId: string;
  /** empty: as in this browser */
  language: string;
}>;

/** Where the console is, and what it is told: the parameters of the original sample, and the language. */
export function consoleAddress({ visitId, pageId, language }: Visit): string {
  const address = new URL('../../index.html', location.href);
  address.hash = '';
  address.search = new URLSearchParams({
    gmsScenario: 'CHAT-NOW',
    visitID: visitId,
    pageID: pageId,
    ...(language !== '' && { lang: language }),
  }).toString();
  return address.href;
}
