import { lazy, Suspense } from 'react';
import { assertNever } from '../lib/assertNever.ts';
import type { Phase } from '../session/state.ts';
import { useSession, useT } from './ConsoleContext.ts';
import { Header } from './header/Header.tsx';
import { useDocumentTitle } from './header/useDocumentTitle.ts';
import { Announcer } from './announcer/Announcer.tsx';
import { useVisibleHeight } from './parts/useVisibleHeight.ts';
import { ChatScreen } from './screens/ChatScreen.tsx';
import { FailedScreen } from './screens/FailedScreen.tsx';

const DialogScreen = lazy(() =>
  import('./screens/DialogScreen.tsx').then((module) => ({ default: module.DialogScreen })),
);
const DialScreen = lazy(() =>
  import('./screens/DialScreen.tsx').then((module) => ({ default: module.DialScreen })),
);

/** One window: who and how it is, then what the phase asks for. The boot keeps `data-phase` until we are here. */
export function Console() {
  const t = useT();
  const phase = useSession((state) => state.phase);
  useDocumentTitle();
  useVisibleHeight();
  return (
    <main className="console" data-phase={phase} suppressHydrationWarning>
      {hasComposer(phase) && (
        <a className="skip" href="#message" data-word="skip" suppressHydrationWarning>
          {t('skip')}
        </a>
      )}
      <Header />
      <Screen phase={phase} />
      <Announcer />
    </main>
  );
}

/** The phases with a composer share one screen: the field stays the same element through all of them. */
function Screen({ phase }: Readonly<{ phase: Phase }>) {
  switch (phase) {
    case 'loading':
    case 'starting':
    case 'waiting':
    case 'chat':
    case 'ended':
      return <ChatScreen />;
    case 'failed':
      return <FailedScreen />;
    case 'dialog':
      return (
        <Suspense>
          <DialogScreen />
        </Suspense>
      );
    case 'dial':
      return (
        <Suspense>
          <DialScreen />
        </Suspense>
      );
    default:
      return assertNever(phase);
  }
}

function hasComposer(phase: Phase): boolean {
  return phase === 'loading' || phase === 'starting' || phase === 'waiting' || phase === 'chat';
}
