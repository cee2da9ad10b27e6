import type { Translator } from '../../i18n/translator.ts';
import type { SessionState } from '../../session/state.ts';
import { messageStatus } from '../transcript/messageStatus.ts';
import { noticeParts } from '../transcript/noticeParts.ts';
import { noticeRole } from '../transcript/noticeRole.ts';
import { createNamer } from '../transcript/senderName.ts';
import { toRows } from '../transcript/toRows.ts';
import { legible } from './legible.ts';

export type Conversation = Readonly<{
  state: SessionState;
  title: string;
  reference: string;
  /** clock time, ms since the epoch */
  savedAt: number;
  t: Translator;
}>;

/** One line of a saved conversation; a notice has no speaker. */
export type SavedLine = Readonly<{
  at: number | null;
  /** the day is said with the time */
  startsDay: boolean;
  speaker: string | null;
  text: string;
  note: string | null;
}>;

/** The whole conversation in words, own messages that did not get through included and marked. */
export function savedLines({ state, t }: Conversation): readonly SavedLine[] {
  const { entries, participants } = state.conversation;
  const nameOf = createNamer(t, participants);
  return toRows(entries, state.outbox, 0).map((row) => {
    const { at, startsDay } = row;
    if (row.kind === 'notice') {
      const other = row.also && nameOf(row.also.from, noticeRole(row.also.notice));
      const parts = noticeParts(t, row.notice, nameOf(row.from, noticeRole(row.notice)), other);
      return {
        at,
        startsDay,
        speaker: null,
        text: legible(parts.map((part) => part.text).join('')),
        note: null,
      };
    }
    const speaker = legible(nameOf(row.from, row.role));
    if (row.kind === 'file')
      return { at, startsDay, speaker, text: t('file.shared', { file: legible(row.name) }), note: null };
    if (row.kind === 'link') return { at, startsDay, speaker, text: legible(row.url), note: null };
    const isSettled = row.state === null || row.state === 'sent';
    const note = isSettled ? null : messageStatus(t, row.state, row.failure, state.phase === 'chat');
    return { at, startsDay, speaker, text: legible(row.text), note };
  });
}
