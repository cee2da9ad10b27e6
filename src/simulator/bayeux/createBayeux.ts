import type { Chat } from '../chat/chat.ts';
import type { Gms } from '../gms.ts';
import type { World } from '../world.ts';
import type { Bayeux, BayeuxPeer } from './bayeuxPeer.ts';
import { tellChatV2 } from './chatV2Channel.ts';
import { operate } from './chatV2Operations.ts';
import { tellGenesys } from './genesysChannel.ts';

/** What a client hears of Chat API v2: chats by id, and from which index on it has not been told. */
export type Heard = Map<string, number>;

type BayeuxHost = Readonly<{
  handle: Gms['handle'];
  /** the server as it is now */
  world(): World;
}>;

/**
 * The channels of GMS: `/service/chatV2/{service}` and `/_genesys`. Clients are not part of the state: a server that
 * restarts knows none of them. Source: protocol/gms-chat.md §7, §12, §13, gms-callback.md §5.
 */
export function createBayeux({ handle, world }: BayeuxHost): Bayeux & Readonly<{ dropAll(): void }> {
  const peers = new Map<BayeuxPeer, Heard>();

  function tick(): void {
    const present = world();
    for (const [peer, heard] of peers) tellChatV2(present, peer, heard);
    tellGenesys(present, [...peers.keys()]);
  }

  return {
    join: (peer) => void peers.set(peer, new Map()),
    async publish(peer, channel, data) {
      const service = /^\/service\/chatV2\/([\w.-]+)$/.exec(channel)?.[1];
      const heard = peers.get(peer);
      if (service === undefined || heard === undefined) return 'failed';
      const published = await operate({ world: world(), handle, peer, heard }, service, data);
      tick();
      return published;
    },
    leave(peer, transcriptPosition) {
      const heard = peers.get(peer);
      peers.delete(peer);
      if (heard === undefined || transcriptPosition === null) return;
      for (const chat of Object.values(world().state.chats)) {
        if (isHeardBy(chat, peer, heard)) chat.awayAt = transcriptPosition;
      }
    },
    tick,
    dropAll() {
      const dropped = [...peers.keys()];
      peers.clear();
      for (const peer of dropped) peer.drop();
    },
  };
}

function isHeardBy(chat: Chat, peer: BayeuxPeer, heard: Heard): boolean {
  return heard.has(chat.id) || (chat.notifies !== null && chat.notifies === peer.gmsUser);
}
