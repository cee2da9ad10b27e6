import { assertNever } from '../lib/assertNever.ts';
import type { SessionEvent } from './event.ts';
import type { Next } from './next.ts';
import { inAnyPhase } from './phases/anyPhase.ts';
import { whileChatting } from './phases/chat.ts';
import { whileDialling } from './phases/dial.ts';
import { whileInDialog } from './phases/dialog.ts';
import { whileEnded } from './phases/ended.ts';
import { whileFailed } from './phases/failed.ts';
import { whileInForm } from './phases/form.ts';
import { pause, whileLoading } from './phases/loading.ts';
import { whileStarting } from './phases/starting.ts';
import { whileWaiting } from './phases/waiting.ts';
import type { SessionState } from './state.ts';

/**
 * The whole life of a session as one function: plain data in, plain data out. An event that makes no sense
 * in a phase is ignored there (the same state comes back), so late answers and late timers need no guards anywhere else.
 */
export function transition(before: SessionState, event: SessionEvent): Next {
  const state = inAnyPhase(before, event);
  if (event.type === 'handedOver') return pause(state);
  switch (state.phase) {
    case 'loading':
      return whileLoading(state, event);
    case 'form':
      return whileInForm(state, event);
    case 'starting':
      return whileStarting(state, event);
    case 'waiting':
      return whileWaiting(state, event);
    case 'dialog':
      return whileInDialog(state, event);
    case 'dial':
      return whileDialling(state, event);
    case 'chat':
      return whileChatting(state, event);
    case 'ended':
      return whileEnded(state, event);
    case 'failed':
      return whileFailed(state, event);
    default:
      return assertNever(state);
  }
}
