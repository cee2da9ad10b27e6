import type { Role } from '../../session/chatEvent.ts';
import type { Notice } from '../../session/transcript.ts';

/** As what somebody in a notice is named when they have no name: only who comes and goes is known to be a bot. */
export function noticeRole(notice: Notice): Role {
  return notice.type === 'joined' || notice.type === 'left' ? notice.role : 'agent';
}
