import { meaningOf } from '../../session/failure.ts';
import type { SessionState } from '../../session/state.ts';
import type { Upload } from './createUploads.ts';

/**
 * Whether the conversation has this file: by its id, or, where the answer was lost, by its name and size. Then its
 * row says all there is to say. Source: protocol/gms-chat.md §6.2.
 */
export function isToldOf({ conversation }: SessionState, { file, state }: Upload): boolean {
  const isUnsure = state.name === 'failed' && meaningOf(state.failure).send === 'unknown';
  if (state.name !== 'sent' && !isUnsure) return false;
  return conversation.entries.some(
    (entry) =>
      entry.kind === 'file' &&
      entry.role === 'me' &&
      (state.name === 'sent'
        ? entry.fileId === state.fileId
        : entry.name === file.name && (entry.size === null || entry.size === file.size)),
  );
}
