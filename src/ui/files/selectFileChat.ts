import type { FileChat } from '../../queries/loadFiles.ts';
import type { SessionState } from '../../session/state.ts';

/** The chat that files can be sent in; null where there is none, or where its API knows no files. */
export function fileChatOf(state: SessionState): FileChat | null {
  return state.phase === 'chat' && state.chat.api === 'v2' ? state.chat : null;
}

/** Stays the same while the ids of the chat change. */
export function selectFileChatId(state: SessionState): string | null {
  return fileChatOf(state)?.chatId ?? null;
}
