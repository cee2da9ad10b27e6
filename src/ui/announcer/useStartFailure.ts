import { useEffect, useEffectEvent } from 'react';
import type { Failure } from '../../session/failure.ts';
import { selectIsCall } from '../../session/selectIsCall.ts';
import { useSession, useT } from '../ConsoleContext.ts';
import { startFailureKey } from '../screens/startFailureKey.ts';
import type { Saying } from './createSpeaker.ts';

/**
 * Says once that the chat could not start and why, also when that was known before anything was drawn.
 * Of a call its own screen says so.
 */
export function useStartFailure(say: (sayings: readonly Saying[]) => void): void {
  const t = useT();
  const failure = useSession((state) =>
    state.phase === 'failed' && !selectIsCall(state) ? state.failure : null,
  );
  const tell = useEffectEvent((reason: Failure) =>
    say([{ text: `${t('failed.heading')}. ${t(startFailureKey(reason))}`, isMessage: false }]),
  );
  useEffect(() => {
    if (failure !== null) tell(failure);
  }, [failure]);
}
