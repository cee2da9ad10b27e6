import type { Chat } from '../chat/chat.ts';
import type { World } from '../world.ts';
import type { BayeuxPeer } from './bayeuxPeer.ts';
import { advanceChat } from '../chat/advanceChat.ts';
import { keepAlive } from '../chat/meetChat.ts';
import { sessionReply } from '../chatV1/sessionReply.ts';
import { transcriptRows } from '../chatV1/transcriptRows.ts';

const CHANNEL = '/_genesys';

/**
 * Tells on `/_genesys` what is new for each user: rows of chats that were created with `notify_by=comet`, and that an
 * agent is ready. What nobody is there to hear waits. Source: protocol/gms-chat.md §13.3, gms-callback.md §5.3.
 */
export function tellGenesys(world: World, peers: readonly BayeuxPeer[]): void {
  const listeners = (user: string | null) => peers.filter((peer) => user !== null && peer.gmsUser === user);
  for (const chat of Object.values(world.state.chats)) tellRows(world, chat, listeners(chat.notifies));
  tellReadiness(world, listeners);
}

function tellRows(world: World, chat: Chat, peers: readonly BayeuxPeer[]): void {
  if (peers.length === 0 || chat.end?.isTold === true) return;
  if (chat.end === null) keepAlive(world, chat);
  advanceChat(chat, world);
  const all = transcriptRows(world, chat);
  const rows = all.slice(chat.pushed);
  if (rows.length === 0 && chat.end === null) return;
  chat.pushed = all.length;
  const state = chat.end === null ? 'TRANSCRIPT' : 'DISCONNECTED';
  const reply = sessionReply(world, chat, { state, position: all.length, rows, isVerbose: false });
  if (chat.end !== null) chat.end.isTold = true;
  tell(peers, `service.chat.refresh.${chat.service}`, JSON.parse(reply.body));
}

function tellReadiness(world: World, listeners: (user: string | null) => readonly BayeuxPeer[]): void {
  for (const record of Object.values(world.state.services)) {
    const { notice } = record;
    if (notice === null || record.endedBy !== null || notice.dueAt > world.now) continue;
    const peers = listeners(notice.gmsUser);
    if (peers.length === 0) continue;
    record.notice = null;
    const message = { _id: record.id, _action: notice.action };
    const isText = world.settings.quirks.includes('text-notice');
    tell(peers, `service.callback.${record.id}`, isText ? JSON.stringify(message) : message);
  }
}

function tell(peers: readonly BayeuxPeer[], tag: string, message: unknown): void {
  for (const peer of peers) peer.deliver(CHANNEL, { id: tag.slice(-8), tag, message });
}
