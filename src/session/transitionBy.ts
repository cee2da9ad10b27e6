import { assertNever } from '../lib/assertNever.ts';
import type { SessionEvent } from './event.ts';
import type { Later } from './later.ts';
import type { Next } from './next.ts';
import { inAnyPhase } from './phases/anyPhase.ts';
import { whileEnded } from './phases/ended.ts';
import { whileFailed } from './phases/failed.ts';
import { whileInForm } from './phases/form.ts';
import { pause, whileLoading } from './phases/loading.ts';
import { whileStarting } from './phases/starting.ts';
import type { SessionState } from './state.ts';

export type Transition = (before: SessionState, event: SessionEvent) => Next;

/** `transition` for whoever gets the later phases later: the first ones do without. */
export function transitionBy(later: Later): Transition {
  return (before, event) => {
    const state = inAnyPhase(before, event);
    if (event.type === 'handedOver') return pause(state);
    switch (state.phase) {
      case 'loading':
        return whileLoading(state, event, later);
      case 'form':
        return whileInForm(state, event);
      case 'starting':
        return whileStarting(state, event, later);
      case 'waiting':
        return later().whileWaiting(state, event);
      case 'dialog':
        return later().whileInDialog(state, event);
      case 'dial':
        return later().whileDialling(state, event);
      case 'chat':
        return later().whileChatting(state, event);
      case 'ended':
        return whileEnded(state, event);
      case 'failed':
        return whileFailed(state, event);
      default:
        return assertNever(state);
    }
  };
}
