import type { Translator } from '../../i18n/translator.ts';
import type { SessionState } from '../../session/state.ts';
import type { Entry } from '../../session/transcript.ts';
import { arrivals } from '../parts/arrivals.ts';
import { legible } from '../saving/legible.ts';
import { noticeParts } from '../transcript/noticeParts.ts';
import { noticeRole } from '../transcript/noticeRole.ts';
import { senderName } from '../transcript/senderName.ts';
import type { Saying } from './createSpeaker.ts';

/**
 * What came from others, as it is spoken: "Maria: Hello". Own messages and history are silent, and so are
 * notices that come with the end or warn of it: both are said by themselves.
 */
export function politeSayings(t: Translator, before: SessionState, after: SessionState): readonly Saying[] {
  return arrivals(before, after)
    .filter((entry) =>
      entry.kind === 'notice' ? after.phase !== 'ended' && entry.notice.type !== 'idle' : entry.role !== 'me',
    )
    .map((entry) => ({ text: textOf(t, after, entry), isMessage: entry.kind !== 'notice' }));
}

function textOf(t: Translator, { conversation }: SessionState, entry: Entry): string {
  const role = entry.kind === 'notice' ? noticeRole(entry.notice) : entry.role;
  const name = senderName(t, conversation.participants, entry.from, role);
  if (entry.kind === 'message') return t('sender.said', { name, text: entry.text });
  if (entry.kind === 'link') return t('link.shared', { name });
  if (entry.kind === 'file')
    return t('sender.said', { name, text: t('file.shared', { file: legible(entry.name) }) });
  return noticeParts(t, entry.notice, name, null)
    .map((part) => part.text)
    .join('');
}
