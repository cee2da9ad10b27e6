import type { Part, Translator } from '../../i18n/translator.ts';
import { assertNever } from '../../lib/assertNever.ts';
import type { EndReason } from '../../session/state.ts';

/** Why a chat is over, in a sentence. */
export function endedParts(t: Translator, reason: EndReason, name: string): readonly Part[] {
  switch (reason) {
    case 'agent':
      return t.parts('ended.agent', { name });
    case 'moved':
    case 'erased':
    case 'visitor':
    case 'idle':
    case 'lost':
    case 'away':
    case 'server':
      return t.parts(`ended.${reason}`);
    // of an order that did not come to a chat
    case 'callFailed':
      return t.parts('failed.notAvailable');
    // said by the screen of a call
    case 'called':
    case 'cancelled':
      return t.parts('ended.server');
    default:
      return assertNever(reason);
  }
}
