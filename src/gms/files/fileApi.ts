import type { ChatRef } from '../../session/ports.ts';

/**
 * Files of a chat: each call is one request and may throw a `ChatError`. Only Chat API v2 has them.
 * Refusals carry `failure.code`: 201 too many, 202 too large, 203 type. Source: protocol/gms-chat.md §6.
 */
export interface FileApi {
  limits(chat: FileChat, signal: AbortSignal): Promise<FileLimits>;
  /**
   * Answers the id under which the chat will tell of the file. `sent` is told how much has left, from 0 to 1.
   * There is no time limit: it ends with the signal, or when nothing moves for long.
   */
  upload(chat: FileChat, file: File, sent: (share: number) => void, signal: AbortSignal): Promise<string>;
  /** Each success uses one of the attempts. */
  download(chat: FileChat, fileId: string, signal: AbortSignal): Promise<Blob>;
  remove(chat: FileChat, fileId: string, signal: AbortSignal): Promise<void>;
}

export type FileChat = Extract<ChatRef, { api: 'v2' }>;

/** null where the server does not say. */
export type FileLimits = Readonly<{
  maxFiles: number | null;
  /** bytes */
  maxSize: number | null;
  maxTotal: number | null;
  /** extensions in lower case; null: not told */
  types: readonly string[] | null;
  needsAgent: boolean;
  usedFiles: number;
  usedTotal: number;
  downloads: number | null;
  usedDownloads: number;
}>;
