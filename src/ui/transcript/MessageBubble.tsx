import { memo, Suspense } from 'react';
import type { Role } from '../../session/chatEvent.ts';
import type { Failure } from '../../session/failure.ts';
import type { RichContent } from '../../session/richContent.ts';
import type { OutboxState } from '../../session/outbox.ts';
import { useT } from '../ConsoleContext.ts';
import { loadLateParts } from '../loadLateParts.ts';
import { lazyPart } from '../parts/lazyPart.ts';
import { BubbleText } from './BubbleText.tsx';
import { DayLine } from './DayLine.tsx';
import { messageStatus } from './messageStatus.ts';
import { Speaker } from './Speaker.tsx';

type Props = Readonly<{
  id: string;
  index: number | null;
  at: number | null;
  role: Role;
  name: string;
  text: string;
  /** null: words only */
  rich: RichContent | null;
  /** null: not ours */
  state: OutboxState | null;
  isConfirmed: boolean;
  isDoubled: boolean;
  failure: Failure | null;
  isFirst: boolean;
  isLast: boolean;
  day: string | null;
  canAct: boolean;
  isUnfolded: boolean;
}>;

/** Fetched with the first rich message; until it is there, its words are all. */
const MessageActions = lazyPart(async () => (await loadLateParts()).MessageActions);
const RichMessage = lazyPart(async () => (await import('../rich/RichMessage.tsx')).RichMessage);

/** One message: who, when, what, and what became of it, in that order. */
export const MessageBubble = memo(function MessageBubble(props: Props) {
  const {
    id,
    index,
    at,
    role,
    name,
    text,
    rich,
    state,
    isConfirmed,
    isDoubled,
    failure,
    isFirst,
    isLast,
    day,
    canAct,
    isUnfolded,
  } = props;
  const t = useT();
  const statusOf = (known: OutboxState) =>
    known === 'sent' && !isConfirmed ? t('message.unconfirmed') : messageStatus(t, known, failure, canAct);
  const needsVisitor = state === 'undelivered' || state === 'rejected';
  const isStatusShown = state !== null && (isLast || isDoubled || !isConfirmed || state !== 'sent');
  const words = (
    <div className="bubble" dir="auto">
      <BubbleText text={text} isOwn={role === 'me'} isUnfolded={isUnfolded} />
    </div>
  );
  return (
    <li
      className="row"
      data-entry={rich ? 'rich' : 'message'}
      data-from={role}
      data-state={state ?? undefined}
      data-index={index ?? undefined}
      data-first={isFirst || undefined}
      data-last={isLast || undefined}
    >
      <DayLine day={day} />
      <Speaker name={name} at={at} role={role} isAvatarShown={isLast} />
      {rich ? (
        <Suspense fallback={words}>
          <RichMessage id={id} index={index} rich={rich} words={words} />
        </Suspense>
      ) : (
        words
      )}
      {(isLast || isStatusShown) && (
        <p className="meta" data-bad={needsVisitor || undefined}>
          <span className="meta-who" aria-hidden="true">
            {role !== 'me' && <bdi>{name}</bdi>}
            {role !== 'me' && at !== null && ' · '}
            {at !== null && t.time(at)}
            {isStatusShown && at !== null && ' · '}
          </span>
          {isStatusShown && (isDoubled ? t('message.doubled') : statusOf(state))}
          {needsVisitor && canAct && (
            <Suspense>
              <MessageActions id={id} />
            </Suspense>
          )}
        </p>
      )}
    </li>
  );
});
