import { useEffect, useState } from 'react';
import { selectStatus } from '../../session/selectors.ts';
import { useSession, useSettings, useT } from '../ConsoleContext.ts';
import { isIncoming } from '../transcript/incomingSince.ts';
import { useArrivals } from '../parts/useArrivals.ts';

/** The name of the window: product, state, and how much is unread while nobody looks. Draws nothing. */
export function DocumentTitle(): null {
  const t = useT();
  const { brandTitle } = useSettings();
  const status = t(`status.${useSession(selectStatus)}`);
  const [unread, setUnread] = useState(0);
  const title = brandTitle ?? t('title');

  useArrivals((entries) => {
    if (document.hidden) setUnread((before) => before + entries.filter(isIncoming).length);
  });
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener(
      'visibilitychange',
      () => {
        if (!document.hidden) setUnread(0);
      },
      { signal: listening.signal },
    );
    return () => listening.abort();
  }, []);
  useEffect(() => {
    document.title =
      unread === 0
        ? t('documentTitle', { title, status })
        : t('documentTitle.unread', { count: unread, title, status });
  }, [t, title, status, unread]);
  return null;
}
