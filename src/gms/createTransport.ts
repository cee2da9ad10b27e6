import { assertNever } from '../lib/assertNever.ts';
import { ChatError } from '../session/failure.ts';
import type { ChatTransport, Clock } from '../session/ports.ts';
import { createChatV1Line, openChatV1 } from './chatV1/chatV1Client.ts';
import { createChatV2Line, openChatV2 } from './chatV2/chatV2Client.ts';
import type { GmsSettings } from './gmsSettings.ts';
import { createPost } from './http.ts';

/**
 * The chat of a page. An invitation of a callback service always leads to Chat API v1, whatever `api` says: it names
 * a v1 resource. `api` decides about a chat without one, which only v2 can open. Source: protocol/gms-callback.md §3.7.
 */
export function createTransport(
  api: 'v1' | 'v2',
  settings: GmsSettings,
  clock: Clock,
  isOnline: () => boolean,
): ChatTransport {
  const post = createPost(settings, clock, isOnline);
  return {
    async open(order, invitation, signal) {
      if (invitation) return openChatV1(post, order, invitation, signal);
      if (api === 'v2') return openChatV2(post, settings, order, signal);
      throw new ChatError({ kind: 'misconfigured' });
    },
    attach(chat) {
      switch (chat.api) {
        case 'v1':
          return createChatV1Line(post, settings, clock, chat);
        case 'v2':
          return createChatV2Line(post, settings, clock, chat);
        default:
          return assertNever(chat);
      }
    },
  };
}
