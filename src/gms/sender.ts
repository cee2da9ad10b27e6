import type { Role, Sender } from '../session/chatEvent.ts';

/**
 * Whose words an event of either chat API carries: by party type, in whatever case it comes, never by name.
 * `id` is missing in v1, which names nobody but by type and nickname. Source: protocol/gms-chat.md §5.2, §13.4.
 */
export function senderOf(partyType: string, nickname: string, id?: string): Sender {
  const type = partyType.toLowerCase();
  return { id: id ?? `${type}:${nickname}`, role: roleOf(type), name: nickname };
}

/** Nobody that can be named. */
export const NOBODY: Sender = senderOf('', '');

function roleOf(type: string): Role {
  switch (type) {
    case 'client':
      return 'me';
    case 'agent':
    case 'supervisor':
      return type;
    default:
      return 'system';
  }
}
