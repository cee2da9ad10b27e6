import type { Translator } from '../../i18n/translator.ts';
import { steadyTime } from '../../lib/steadyTime.ts';
import { selectIsElsewhere } from '../../session/selectors.ts';
import type { Outbox } from '../../session/outbox.ts';
import type { SessionState } from '../../session/state.ts';
import { idleWords } from '../banner/idleWords.ts';
import { selectTalkingTo } from '../header/selectTalkingTo.ts';
import { selectIsCall } from '../../session/selectIsCall.ts';
import { endedParts } from '../screens/endedParts.ts';
import type { Saying } from './createSpeaker.ts';

/** What must not be missed: a message that did not get through, the end, and that the end is near. */
export function urgentSayings(t: Translator, before: SessionState, after: SessionState): readonly Saying[] {
  const texts = [
    ...newlyLost(t, before.outbox, after.outbox),
    ...end(t, before, after),
    ...idleness(t, before, after),
    ...(selectIsElsewhere(after) && !selectIsElsewhere(before) ? [t('elsewhere.heading')] : []),
  ];
  return texts.map((text) => ({ text, isMessage: false }));
}

function newlyLost(t: Translator, before: Outbox, after: Outbox): readonly string[] {
  if (before === after) return [];
  const known = new Set(lost(before).map((item) => item.key));
  return lost(after)
    .filter((item) => !known.has(item.key))
    .map(({ text }) => t('message.notDelivered', { text }));
}

function lost(outbox: Outbox): Outbox {
  return outbox.filter((item) => item.state === 'undelivered' || item.state === 'rejected');
}

function end(t: Translator, before: SessionState, after: SessionState): readonly string[] {
  if (after.phase !== 'ended' || before.phase === 'ended') return [];
  // the screen of a call says what became of it, and takes the focus there
  if (selectIsCall(after)) return [];
  const parts = endedParts(t, after.reason, selectTalkingTo(after) || t('sender.agent'));
  return [parts.map((part) => part.text).join('')];
}

function idleness(t: Translator, before: SessionState, after: SessionState): readonly string[] {
  const { idle } = after.conversation;
  if (after.phase !== 'chat' || idle === null || idle === before.conversation.idle) return [];
  return [idleWords(t, idle.closesAt === null ? null : Math.round((idle.closesAt - steadyTime()) / 1000))];
}
