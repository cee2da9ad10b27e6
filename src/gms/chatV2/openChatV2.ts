import type { Order } from '../../session/ports.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import type { Post } from '../http.ts';
import type { JsonObject } from '../jsonObject.ts';
import { openBody } from './openBody.ts';
import { servicePath } from './servicePath.ts';

/** Opens a chat with Chat API v2; `readOpenedChat` reads the answer. @throws ChatError. Source: protocol/gms-chat.md §3.3 */
export function openChatV2(
  post: Post,
  settings: GmsSettings,
  order: Order,
  signal: AbortSignal,
): Promise<JsonObject> {
  return post(
    { path: servicePath(settings), body: openBody(order, settings.endpoint), api: 'chatV2' },
    signal,
  );
}
