import { useSession } from '../ConsoleContext.ts';
import { useCallT } from './CallWordsContext.ts';
import { Panel } from './Panel.tsx';

/** The order has left, and nothing has come back yet; or it waits here until it can leave. */
export function StartingCall() {
  const t = useCallT();
  const isHeld = useSession((state) => state.phase === 'starting' && state.isHeld);
  return <Panel heading={t(isHeld ? 'call.held' : 'call.starting')}>{null}</Panel>;
}
