import { useCallT } from './CallWordsContext.ts';
import { Panel } from './Panel.tsx';

/** The order has left, and nothing has come back yet. */
export function StartingCall() {
  const t = useCallT();
  return <Panel heading={t('call.starting')}>{null}</Panel>;
}
