import { ChatError } from '../../session/failure.ts';
import { servicePath } from '../chatV2/servicePath.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import { isPathId } from '../ownAddress.ts';
import type { FileChat } from './fileApi.ts';

export type FileAct =
  | Readonly<{ do: 'limits' | 'upload' }>
  | Readonly<{ do: 'download' | 'delete'; fileId: string }>;

type FileRequest = Readonly<{
  /** below the base */
  path: string;
  fields: Readonly<Record<string, string>>;
  /** Then it needs the cookie that binds a visitor to one node. */
  isBesideBayeux: boolean;
}>;

/** As files are asked for where events are pushed. Source: protocol/gms-chat.md §6.5. */
const OPERATIONS = {
  limits: 'fileGetLimits',
  upload: 'fileUpload',
  download: 'fileDownload',
  delete: 'fileDelete',
} as const satisfies Record<FileAct['do'], string>;

/**
 * What is asked about a file, and where: a chat that was opened over Bayeux has its files beside it, under its key.
 * @throws ChatError `missing` for an id that cannot be part of a path: it can only come from a record that was tampered
 * with, or from a server that names files oddly.
 */
export function fileRequest(settings: GmsSettings, chat: FileChat, act: FileAct): FileRequest {
  const { chatId, userId, secureKey, alias } = chat;
  const fileId = 'fileId' in act ? act.fileId : null;
  if (!isPathId(chatId) || (fileId !== null && !isPathId(fileId))) throw new ChatError({ kind: 'missing' });
  if (chat.via === 'bayeux') {
    const fields = { operation: OPERATIONS[act.do], secureKey, ...(fileId !== null && { fileId }) };
    return { path: '/2/chat-ntf', fields, isBesideBayeux: true };
  }
  const parts = [fileId, act.do === 'upload' ? null : act.do].filter((part) => part !== null);
  return {
    path: [`${servicePath(settings)}/${chatId}/file`, ...parts].join('/'),
    fields: { ...(userId && { userId }), secureKey, ...(alias && { alias }) },
    isBesideBayeux: false,
  };
}
