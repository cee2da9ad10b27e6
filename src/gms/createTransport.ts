import { assertNever } from '../lib/assertNever.ts';
import { ChatError } from '../session/failure.ts';
import type { Batch, ChatTransport, Clock } from '../session/ports.ts';
import { openChatV2 } from './chatV2/openChatV2.ts';
import type { GmsSettings } from './gmsSettings.ts';
import { createPost } from './http.ts';
import { insist } from './insist.ts';
import { lazyLine } from './lazyLine.ts';

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
  // on its way while the first request is; who needs it is told when it does not come
  settings.loadAfterStart().catch(() => undefined);
  if (api === 'v2') settings.loadAfterStartV2().catch(() => undefined);
  /** Only a site that hides something pays for it; when it does not come, all is shown rather than nothing. */
  async function shown(batch: Batch): Promise<Batch> {
    const { hidden } = settings;
    if (!hidden) return batch;
    return import('./withoutHidden.ts').then(
      ({ withoutHidden }) => withoutHidden(batch, hidden),
      () => batch,
    );
  }

  return {
    async open(order, invitation, signal, onUnread) {
      if (invitation) {
        const wire = await insist(settings.loadAfterStart, clock, signal, onUnread);
        return shown(await wire.openChatV1(post, order, invitation, signal));
      }
      if (api === 'v2') {
        const answer = await openChatV2(post, settings, order, signal);
        const wire = await insist(settings.loadAfterStartV2, clock, signal, onUnread);
        return shown(await wire.withRich(wire.readOpenedChat(answer), wire.readChatReply(answer).messages));
      }
      throw new ChatError({ kind: 'misconfigured' });
    },
    attach(chat) {
      switch (chat.api) {
        case 'v1':
          return lazyLine(
            async () => (await settings.loadAfterStart()).createChatV1Line(post, settings, clock, chat),
            shown,
          );
        case 'v2':
          return lazyLine(
            async () => (await settings.loadAfterStartV2()).createChatV2Line(post, settings, clock, chat),
            shown,
          );
        default:
          return assertNever(chat);
      }
    },
  };
}
