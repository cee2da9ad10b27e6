import type { FileRules } from '../settings.ts';
import type { Chat, Participant, SharedFile } from './chat.ts';
import { appendEvent } from './appendEvent.ts';

/** Puts a file into the chat and tells everybody. Source: protocol/gms-chat.md §6.2. */
export function putFile(
  chat: Chat,
  at: number,
  from: Participant,
  name: string,
  content: string,
): SharedFile {
  const by = from.type === 'Client' ? 'visitor' : 'agent';
  const file: SharedFile = {
    id: `f-${chat.id.slice(-4)}-${chat.files.length + 1}`,
    name,
    content,
    by,
    isDeleted: false,
  };
  chat.files.push(file);
  appendEvent(chat, at, from, {
    type: 'FileUploaded',
    userData: { 'file-id': file.id, 'file-name': name, 'file-size': String(content.length) },
  });
  return file;
}

/** Null for one that was never there, or is there no more. */
export function findFile(chat: Chat, id: string | undefined): SharedFile | null {
  return chat.files.find((file) => file.id === id && !file.isDeleted) ?? null;
}

/** What the visitor has in the chat now: deleting gives the place back. */
export function uploadsOf(chat: Chat): readonly SharedFile[] {
  return chat.files.filter(({ by, isDeleted }) => by === 'visitor' && !isDeleted);
}

/** Bytes. */
export function usedBytes(chat: Chat): number {
  return uploadsOf(chat).reduce((sum, { content }) => sum + content.length, 0);
}

/** The code of a refusal, null when all is well. Source: protocol/gms-chat.md §6.1, §8.2. */
export function refuseUpload(
  chat: Chat,
  rules: FileRules,
  name: string,
  size: number,
): 201 | 202 | 203 | null {
  const hasAgent = chat.participants.some(({ type, isPresent }) => type === 'Agent' && isPresent);
  if (uploadsOf(chat).length >= rules.maxFiles || (rules.needsAgent && !hasAgent)) return 201;
  if (size > rules.maxSize || usedBytes(chat) + size > rules.maxTotal) return 202;
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return rules.types.split(':').includes(extension) ? null : 203;
}
