import type { EngagementSettings } from './engagementSettings.ts';
import type { NotificationMessage } from './engagement.ts';
import type { SimClock } from '../gms.ts';

/** What a client finds in its long poll: the channel, and one message or all of a notification. */
export type Delivery = Readonly<{ channel: string; data: unknown }>;

/** A client that asked for nothing during so many long polls is gone. */
const PATIENCE = 4;

type Client = {
  channels: Set<string>;
  waiting: Delivery[];
  wake: (() => void) | null;
  /** ms since the epoch */
  seenAt: number;
  hasConnected: boolean;
};

type Kept = Readonly<{ channel: string; data: unknown; until: number }>;

export type Listeners = ReturnType<typeof createListeners>;

/** Who listens to which channel, and what lies there for them. One visit may have several pages open. */
export function createListeners(clock: SimClock, { wrap, bufferMs, holdMs }: EngagementSettings) {
  const clients = new Map<string, Client>();
  let kept: readonly Kept[] = [];

  return {
    add(id: string): void {
      clients.set(id, {
        channels: new Set(),
        waiting: [],
        wake: null,
        seenAt: clock.now(),
        hasConnected: false,
      });
    },
    remove: (id: string) => void clients.delete(id),
    has: (id: string) => clients.has(id),

    subscribe(id: string, channel: string): void {
      const client = clients.get(id);
      if (!client) return;
      client.channels.add(channel);
      const now = clock.now();
      for (const { data, until, ...one } of kept) {
        if (one.channel === channel && until >= now) hand(client, { channel, data });
      }
      kept = kept.filter((one) => one.channel !== channel && one.until >= now);
    },
    unsubscribe: (id: string, channel: string) => void clients.get(id)?.channels.delete(channel),

    /** What lies there for a client, at once or as soon as something comes; nothing when nothing came in time. */
    async collect(id: string): Promise<readonly Delivery[]> {
      const client = clients.get(id);
      if (!client) return [];
      client.seenAt = clock.now();
      // the first one is answered at once: it tells the client that it is connected
      if (client.waiting.length === 0 && client.hasConnected) {
        const called = new Promise<void>((resolve) => (client.wake = resolve));
        await Promise.race([called, clock.sleep(holdMs)]);
        client.wake = null;
      }
      client.hasConnected = true;
      return client.waiting.splice(0);
    },

    /** Sends a notification to all pages of a visit, and says how many there were. */
    publish(channel: string, messages: readonly NotificationMessage[]): number {
      const now = clock.now();
      for (const [id, { seenAt }] of clients) if (now - seenAt > PATIENCE * holdMs) clients.delete(id);
      const reached = [...clients.values()].filter(({ channels }) => channels.has(channel));
      for (const data of wrap === 'array' ? [messages] : messages) {
        for (const client of reached) hand(client, { channel, data });
        if (reached.length === 0 && bufferMs > 0) kept = [...kept, { channel, data, until: now + bufferMs }];
      }
      return reached.length;
    },
  };
}

function hand(client: Client, delivery: Delivery): void {
  client.waiting.push(delivery);
  client.wake?.();
}
