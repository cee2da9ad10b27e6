import type { CallTranslator } from '../../i18n/translator.ts';
import { assertNever } from '../../lib/assertNever.ts';
import type { EndReason } from '../../session/state.ts';
import { outcomeReason } from './outcomeReason.ts';

type Outcome = Readonly<{ heading: string; text: string }>;

/** What became of a call, and what that means. */
export function outcomeWords(t: CallTranslator, reason: EndReason, detail: string | null): Outcome {
  switch (reason) {
    case 'called':
      return { heading: t('ended.called'), text: t('outcome.calledText') };
    case 'cancelled':
      return { heading: t('ended.cancelled'), text: t('outcome.cancelledText') };
    case 'callFailed':
      return { heading: t('ended.callFailed'), text: t(outcomeReason(detail)) };
    case 'server':
      return { heading: t('outcome.accepted'), text: t('outcome.acceptedText') };
    case 'moved':
      return { heading: t('ended.moved'), text: t('outcome.movedText') };
    case 'visitor':
    case 'agent':
    case 'idle':
    case 'lost':
    case 'away':
    case 'erased':
      return { heading: t('outcome.over'), text: t('outcome.overText') };
    default:
      return assertNever(reason);
  }
}
