/** What the page was asked for in its address. Source: contract.md §2. Nothing else of the address is read. */
export type LaunchParams = Readonly<{
  /** as written; whether it may be started is for the configuration to say */
  scenario: string | null;
  visitId: string | null;
  pageId: string | null;
  lang: string | null;
  /** null: not said */
  isProactive: boolean | null;
  /** ids that were dropped, by the length of what was found: never the value itself */
  dropped: readonly Readonly<{ parameter: string; length: number }>[];
}>;

const ID = /^[A-Za-z0-9._:~-]{1,128}$/;
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** Decodes once; the first of several wins. */
export function readLaunchParams(search: string): LaunchParams {
  const query = new URLSearchParams(search);
  const dropped: { parameter: string; length: number }[] = [];

  function matching(parameter: string, pattern: RegExp): string | null {
    const value = query.get(parameter);
    if (value === null || pattern.test(value)) return value;
    dropped.push({ parameter, length: value.length });
    return null;
  }

  const proactive = matching('proactive', /^(?:true|false)$/);
  return {
    scenario: query.get('gmsScenario'),
    visitId: matching('visitID', ID),
    pageId: matching('pageID', ID),
    lang: matching('lang', LANGUAGE_TAG),
    isProactive: proactive === null ? null : proactive === 'true',
    dropped,
  };
}

/** The address without the ids, for the address bar: they belong in no history and no referrer. */
export function withoutIds(address: string): string {
  const url = new URL(address);
  url.searchParams.delete('visitID');
  url.searchParams.delete('pageID');
  return url.href;
}

/** The address with the ids that a finished chat had, so that a reload begins with them again. */
export function withIds(address: string, ids: Readonly<{ visitId?: string; pageId?: string }>): string {
  const url = new URL(address);
  if (ids.visitId !== undefined) url.searchParams.set('visitID', ids.visitId);
  if (ids.pageId !== undefined) url.searchParams.set('pageID', ids.pageId);
  return url.href;
}
