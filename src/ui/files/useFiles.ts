import { useQuery, useQueryClient } from '@tanstack/react-query';
import { fileLimitsQuery } from '../../queries/fileLimitsQuery.ts';
import type { FileLimits } from '../../queries/loadFiles.ts';
import { useConsole, useSession } from '../ConsoleContext.ts';
import { fileChatOf, selectFileChatId } from './selectFileChat.ts';

/** What may be sent and fetched in this chat. `limits` is null while nobody knows: then the server decides. */
export function useFiles() {
  const { session, loadFiles } = useConsole();
  const chatId = useSession(selectFileChatId);
  const chat = () => fileChatOf(session.getState());
  const query = fileLimitsQuery(loadFiles, chatId ?? '', chat);
  const client = useQueryClient();
  const { data, refetch } = useQuery({ ...query, enabled: chatId !== null });
  const limits: FileLimits | null = data ?? null;
  return {
    chat,
    chatId,
    loadFiles,
    limits,
    /** waits for the first answer: a file chosen before it is checked all the same */
    askLimits: (): Promise<FileLimits | null> =>
      client.query({ ...query, staleTime: 'static' }).catch(() => null),
    recount: () => void refetch(),
  };
}
