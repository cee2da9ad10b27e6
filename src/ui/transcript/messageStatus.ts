import type { MessageKey } from '../../i18n/catalogue.ts';
import type { Translator } from '../../i18n/translator.ts';
import { assertNever } from '../../lib/assertNever.ts';
import type { Failure } from '../../session/failure.ts';
import type { OutboxState } from '../../session/outbox.ts';

/** `errors[].code` of Chat API v2 for a text that is too long. Source: protocol/gms-chat.md §8. */
const TOO_LONG = 204;

/** What became of an own message, in words. When the chat is over nobody checks any more: what was under way stays unsure. */
export function messageStatus(
  t: Translator,
  state: OutboxState,
  failure: Failure | null,
  isOpen: boolean,
): string {
  if (!isOpen && (state === 'sending' || state === 'checking')) return t('message.unsure');
  switch (state) {
    case 'queued':
      return t(failure?.kind === 'busy' ? 'message.busy' : 'message.queued');
    case 'sending':
    case 'checking':
    case 'sent':
    case 'undelivered':
      return t(`message.${state}`);
    case 'rejected':
      return t('message.rejected', { reason: t(reasonKey(failure)) });
    default:
      return assertNever(state);
  }
}

function reasonKey(failure: Failure | null): MessageKey & `refusal.${string}` {
  if (failure?.code === TOO_LONG || failure?.status === 413) return 'refusal.tooLong';
  if (failure?.kind === 'over') return 'refusal.over';
  if (failure?.kind === 'unauthorised' || failure?.kind === 'missing') return 'refusal.notAllowed';
  return 'refusal.other';
}
