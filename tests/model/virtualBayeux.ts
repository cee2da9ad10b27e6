import type { Bayeux, BayeuxPeer } from '../../src/simulator/bayeux/bayeuxPeer.ts';
import type { VirtualTime } from './virtualTime.ts';

export type Message = Readonly<Record<string, unknown>> & Readonly<{ channel: string }>;

/** The answer to what was sent together; `lost` when the connection broke instead. */
type Answer = readonly Message[] | 'lost';

/** A way on which the server can speak by itself; without one, what it has to say waits for `/meta/connect`. */
export type Speaker = Readonly<{ speak(messages: readonly Message[]): void; hangUp(): void }>;

export type VirtualBayeux = Readonly<{
  /** `gmsUser`: header of an HTTP request. Over a socket the speaker is given with every frame. */
  exchange(messages: readonly Message[], gmsUser: string, speaker?: Speaker): Promise<Answer>;
  /** A socket is gone, and the clients that came by it with it. */
  hungUp(speaker: Speaker): void;
  /** how many clients it knows */
  clients(): number;
}>;

type Client = {
  readonly id: string;
  readonly peer: BayeuxPeer;
  readonly speaker: Speaker | null;
  queue: Message[];
  /** ends the `/meta/connect` that is held */
  release: ((isLost: boolean) => void) | null;
  seenAt: number;
};

const HOLD_MS = 30_000;
/** A client that does not come back for so long is forgotten. Source: protocol/gms-chat.md §7.1. */
const SWEEP_MS = 10_000;
const TICK_MS = 100;

/**
 * Bayeux in virtual time, on the channels of the simulated GMS: what servers promise at the least, so without
 * acknowledgements of what they deliver.
 */
export function createVirtualBayeux(bayeux: Bayeux, time: VirtualTime): VirtualBayeux {
  const clients = new Map<string, Client>();
  let count = 0;
  let isTicking = false;

  function after(ms: number): Promise<void> {
    const due = time.now() + ms;
    return time.sleep(() => due);
  }

  async function tick(): Promise<void> {
    if (isTicking) return;
    isTicking = true;
    while (clients.size > 0) {
      await after(TICK_MS);
      bayeux.tick();
      for (const client of clients.values()) {
        if (client.release === null && time.now() - client.seenAt > SWEEP_MS) remove(client, null);
      }
    }
    isTicking = false;
  }

  function remove(client: Client, position: string | null): void {
    if (!clients.delete(client.id)) return;
    client.release?.(false);
    bayeux.leave(client.peer, position);
  }

  function admit(gmsUser: string, speaker: Speaker | null): Client {
    count += 1;
    const client: Client = {
      id: `client-${count}`,
      speaker,
      queue: [],
      release: null,
      seenAt: time.now(),
      peer: {
        gmsUser,
        deliver(channel, data) {
          if (speaker) return speaker.speak([{ channel, data }]);
          client.queue.push({ channel, data });
          client.release?.(false);
        },
        drop() {
          clients.delete(client.id);
          client.release?.(true);
          speaker?.hangUp();
        },
      },
    };
    clients.set(client.id, client);
    bayeux.join(client.peer);
    void tick();
    return client;
  }

  /** True when it ended because the connection broke. */
  async function hold(client: Client, ms: number): Promise<boolean> {
    if (client.queue.length > 0 || ms === 0) return false;
    const isLost = await new Promise<boolean>((resolve) => {
      client.release = resolve;
      void after(ms).then(() => resolve(false));
    });
    client.release = null;
    return isLost;
  }

  async function answer(message: Message, gmsUser: string, speaker: Speaker | null): Promise<Answer> {
    const { id, channel } = message;
    const good = { id, channel, successful: true };
    if (channel === '/meta/handshake') {
      const client = admit(gmsUser, speaker);
      const connectionTypes = { supportedConnectionTypes: [speaker ? 'websocket' : 'long-polling'] };
      return [{ ...good, ...connectionTypes, clientId: client.id, version: '1.0', advice: CALM }];
    }
    const client = clients.get(String(message['clientId']));
    if (client === undefined) return [{ ...good, successful: false, error: UNKNOWN, advice: AGAIN }];
    client.seenAt = time.now();
    switch (channel) {
      case '/meta/connect': {
        const isLost = await hold(client, holdOf(message));
        client.seenAt = time.now();
        if (isLost) return 'lost';
        return [...client.queue.splice(0), good];
      }
      case '/meta/subscribe':
        return [{ ...good, subscription: message['subscription'] }];
      case '/meta/disconnect':
        remove(client, positionIn(message));
        return [good];
      default: {
        const published = await bayeux.publish(client.peer, channel, message['data']);
        if (published === 'lost') return 'lost';
        return [published === 'done' ? good : { ...good, successful: false, error: DELETED }];
      }
    }
  }

  return {
    async exchange(messages, gmsUser, speaker) {
      const answers: Message[] = [];
      for (const message of messages) {
        const answered = await answer(message, gmsUser, speaker ?? null);
        if (answered === 'lost') return 'lost';
        answers.push(...answered);
      }
      return answers;
    },
    hungUp(speaker) {
      for (const client of clients.values()) if (client.speaker === speaker) remove(client, null);
    },
    clients: () => clients.size,
  };
}

const CALM = { reconnect: 'retry', interval: 0, timeout: HOLD_MS };
const AGAIN = { reconnect: 'handshake', interval: 0 };
const UNKNOWN = '402::Unknown client';
/** As CometD's server for Node says it. */
const DELETED = '404::message_deleted';

function holdOf({ advice }: Message): number {
  const isTold = typeof advice === 'object' && advice !== null && 'timeout' in advice;
  return isTold ? Number(advice.timeout) : HOLD_MS;
}

function positionIn({ ext }: Message): string | null {
  const isTold = typeof ext === 'object' && ext !== null && 'transcriptPosition' in ext;
  return isTold && typeof ext.transcriptPosition === 'string' ? ext.transcriptPosition : null;
}
