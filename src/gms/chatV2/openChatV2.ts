import type { Batch, Order } from '../../session/ports.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import type { Post } from '../http.ts';
import { openBody } from './openBody.ts';
import { servicePath } from './servicePath.ts';

/** Opens a chat with Chat API v2. @throws ChatError. Source: protocol/gms-chat.md §3.3 */
export async function openChatV2(
  post: Post,
  settings: GmsSettings,
  order: Order,
  signal: AbortSignal,
): Promise<Batch> {
  const body = await post({ path: servicePath(settings), body: openBody(order), api: 'chatV2' }, signal);
  const { readOpenedChat, readChatReply, withRich } = await settings.loadAfterStartV2();
  return withRich(readOpenedChat(body), readChatReply(body).messages);
}
