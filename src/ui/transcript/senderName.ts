import type { MessageKey } from '../../i18n/catalogue.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { Role } from '../../session/chatEvent.ts';
import type { Participants } from '../../session/conversation.ts';

const ROLE_WORDS = {
  me: 'sender.me',
  agent: 'sender.agent',
  bot: 'sender.bot',
  supervisor: 'sender.supervisor',
  system: 'sender.system',
} as const satisfies Record<Role, MessageKey>;

/**
 * Who somebody is, by role first: the visitor is always "You". A bot is always said to be one, and whoever bears a
 * name that is the word for another role (an agent called "System" or "You") has the true one added.
 */
export function senderName(t: Translator, participants: Participants, from: string, role: Role): string {
  const word = t(ROLE_WORDS[role]);
  const name = participants[from]?.name.trim() ?? '';
  if (role === 'me' || name === '') return word;
  const words = Object.values(ROLE_WORDS).map((key) => t(key).toLowerCase());
  const isWord = name.toLowerCase() === word.toLowerCase();
  const isMisleading = role === 'bot' || words.includes(name.toLowerCase());
  return isMisleading && !isWord ? t('sender.withRole', { name, role: word }) : name;
}

/** The same for many rows: each sender is looked up once. */
export function createNamer(t: Translator, participants: Participants): (from: string, role: Role) => string {
  const names = new Map<string, string>();
  return (from, role) => {
    const key = `${role} ${from}`;
    const name = names.get(key) ?? senderName(t, participants, from, role);
    names.set(key, name);
    return name;
  };
}
