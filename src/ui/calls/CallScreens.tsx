import { lazy, Suspense } from 'react';
import { assertNever } from '../../lib/assertNever.ts';
import type { Phase } from '../../session/state.ts';
import { Banner } from '../banner/Banner.tsx';
import { useSession } from '../ConsoleContext.ts';
import { FormScreen } from '../form/FormScreen.tsx';
import { DialogScreen } from '../screens/DialogScreen.tsx';
import { DialScreen } from '../screens/DialScreen.tsx';
import { CallFrame } from './CallFrame.tsx';
import { NoCallScreen } from './NoCallScreen.tsx';
import { OutcomeScreen } from './OutcomeScreen.tsx';
import { StartingCall } from './StartingCall.tsx';

const WaitingCall = lazy(() =>
  import('../waiting/WaitingCall.tsx').then((module) => ({ default: module.WaitingCall })),
);

/** Everything before, beside and instead of a chat. */
export function CallScreens() {
  const phase = useSession((state) => state.phase);
  return (
    <CallFrame>
      <Banner />
      <Screen phase={phase} />
    </CallFrame>
  );
}

function Screen({ phase }: Readonly<{ phase: Phase }>) {
  switch (phase) {
    case 'form':
      return <FormScreen />;
    case 'starting':
      return <StartingCall />;
    case 'waiting':
      return (
        <Suspense fallback={<StartingCall />}>
          <WaitingCall />
        </Suspense>
      );
    case 'dialog':
      return <DialogScreen />;
    case 'dial':
      return <DialScreen />;
    case 'ended':
      return <OutcomeScreen />;
    case 'failed':
      return <NoCallScreen />;
    // shown by the screen of the chat
    case 'loading':
    case 'chat':
      return null;
    default:
      return assertNever(phase);
  }
}
