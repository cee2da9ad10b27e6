import { queryOptions } from '@tanstack/react-query';
import type { FileChat, LoadFiles } from './loadFiles.ts';

/**
 * What may be sent in this chat, and what of it is used. Asked once when somebody could send, and again when
 * something was sent or fetched: nothing else changes it. Source: protocol/gms-chat.md §6.1.
 */
export function fileLimitsQuery(load: LoadFiles, chatId: string, chat: () => FileChat | null) {
  return queryOptions({
    queryKey: ['fileLimits', chatId],
    queryFn: async ({ signal }) => {
      const ids = chat();
      return ids === null ? null : (await load()).limits(ids, signal);
    },
    staleTime: Infinity,
  });
}
