import { lazy, Suspense } from 'react';
import { assertNever } from '../lib/assertNever.ts';
import type { SessionState } from '../session/state.ts';
import { useSession, useT } from './ConsoleContext.ts';
import { loadLateParts } from './loadLateParts.ts';
import { Header } from './header/Header.tsx';
import { Announcer } from './announcer/Announcer.tsx';
import { selectIsCall } from '../session/selectIsCall.ts';
import { selectIsElsewhere } from '../session/selectors.ts';
import { lazyPart } from './parts/lazyPart.ts';
import { useIsLate } from './parts/useIsLate.ts';
import { useVisibleHeight } from './parts/useVisibleHeight.ts';
import { ChatScreen } from './screens/ChatScreen.tsx';

/** Forms, dialogs and calls, with their words and styles: a chat that needs none of them loads none of them. */
const CallScreens = lazy(() =>
  import('./calls/CallScreens.tsx').then((module) => ({ default: module.CallScreens })),
);

const DocumentTitle = lazyPart(async () => (await loadLateParts()).DocumentTitle);
const FailedScreen = lazyPart(async () => (await loadLateParts()).FailedScreen);

/** One window: who and how it is, then what the phase asks for. The boot keeps `data-phase` until we are here. */
export function Console() {
  const t = useT();
  const phase = useSession((state) => state.phase);
  const screen = useSession(selectScreen);
  const canWrite = useSession(selectCanWrite);
  const isLate = useIsLate();
  useVisibleHeight();
  return (
    <main className="console" data-phase={phase} suppressHydrationWarning>
      {canWrite && (
        <a className="skip" href="#message" data-word="skip" suppressHydrationWarning>
          {t('skip')}
        </a>
      )}
      <Header />
      {screen === 'chat' && <ChatScreen />}
      {screen === 'failed' && (
        <Suspense fallback={<h2 className="panel panel-heading">{t('failed.heading')}</h2>}>
          <FailedScreen />
        </Suspense>
      )}
      {screen === 'calls' && (
        <Suspense fallback={<p className="panel soon">{t('moment')}</p>}>
          <CallScreens />
        </Suspense>
      )}
      <Announcer />
      <Suspense>{isLate && <DocumentTitle />}</Suspense>
    </main>
  );
}

/** Whether the composer is there. */
function selectCanWrite(state: SessionState): boolean {
  return selectScreen(state) === 'chat' && state.phase !== 'ended' && !selectIsElsewhere(state);
}

/** The phases of a chat share one screen: its field stays the same element through all of them. */
function selectScreen(state: SessionState): 'chat' | 'calls' | 'failed' {
  switch (state.phase) {
    case 'loading':
    case 'chat':
      return 'chat';
    case 'starting':
    case 'waiting':
    case 'ended':
      return selectIsCall(state) ? 'calls' : 'chat';
    case 'form':
    case 'dialog':
    case 'dial':
      return 'calls';
    case 'failed':
      return selectIsCall(state) ? 'calls' : 'failed';
    default:
      return assertNever(state);
  }
}
