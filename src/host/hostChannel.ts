import type { ConsoleMessage } from './messages.ts';
import { envelope } from './messages.ts';
import { createRateLimit } from './rateLimit.ts';
import type { ReadMessage, Unread } from './readHostMessage.ts';
import { readHostMessage } from './readHostMessage.ts';

export type Connect = Extract<ReadMessage, { type: 'connect' }>;
/** What travels on the channel. */
export type Command = Exclude<ReadMessage, { type: 'greet' | 'connect' }>;
/** Why something that the peer sent was dropped; for integrators. */
export type DropCode = Exclude<Unread, 'foreign'> | 'origin' | 'flood';

type ChannelOptions = Readonly<{
  page: Window;
  /** who may embed and talk to us */
  origins: readonly string[];
  /** of the peer, as far as it is known */
  known: string | null;
  /** ms */
  now: () => number;
  onConnect: (connect: Connect, transfer: MessagePort | null) => void;
  onCommand: (command: Command, ports: readonly MessagePort[]) => void;
  onDrop: (code: DropCode) => void;
}>;

export type HostChannel = Readonly<{
  /** Says it to the host; to nobody while there is none. */
  say(message: ConsoleMessage): void;
}>;

/**
 * Meets the page that embeds or opened us: says `hello` to where it may be, and takes the port of a `connect` that
 * comes from its very window and an allowed origin. A new `connect` replaces the channel: the host navigated.
 * Source: contract.md §5, docs/decisions/013-one-channel.md, reliability.md T17.
 */
export function openHostChannel(options: ChannelOptions): HostChannel {
  const { page, origins, known, onConnect, onCommand, onDrop } = options;
  const mayRead = createRateLimit(options.now);
  let port: MessagePort | null = null;

  /** A wrong guess is dropped by the browser, with a line in its console: one address where it is known. */
  function hello(addresses: readonly string[]): void {
    for (const origin of addresses) peerOf(page)?.postMessage(envelope({ type: 'hello' }), origin);
  }

  page.addEventListener('message', ({ source, origin, data, ports }) => {
    if (source === null || source !== peerOf(page)) return;
    const message = readHostMessage(data);
    if (message === 'foreign') return;
    if (!origins.includes(origin)) return onDrop('origin');
    if (!mayRead()) return onDrop('flood');
    if (typeof message === 'string') return onDrop(message);
    switch (message.type) {
      case 'greet':
        return hello([origin]);
      case 'connect':
        return connect(message, ports);
      default:
        // whatever else there is has the channel to come through
        return onDrop('unknown');
    }
  });

  function connect(message: Connect, [main, transfer, ...more]: readonly MessagePort[]): void {
    const isComplete = main !== undefined && (transfer !== undefined) === message.takesOver;
    if (!isComplete || more.length > 0) return onDrop('malformed');
    port?.close();
    port = main;
    main.addEventListener('message', (event) => receive(event));
    onConnect(message, transfer ?? null);
    main.start();
  }

  function receive({ data, ports }: MessageEvent): void {
    if (!mayRead()) return onDrop('flood');
    const message = readHostMessage(data);
    if (typeof message === 'string') return onDrop(message === 'foreign' ? 'malformed' : message);
    if (message.type === 'greet' || message.type === 'connect') return onDrop('unknown');
    onCommand(message, ports);
  }

  hello(known === null ? origins : origins.filter((origin) => origin === known));
  return { say: (message) => port?.postMessage(envelope(message)) };
}

/** Asked anew each time: an opener can go away. */
function peerOf(page: Window): Window | null {
  if (page.parent !== page) return page.parent;
  const opener: unknown = page.opener;
  return isWindow(opener) ? opener : null;
}

function isWindow(value: unknown): value is Window {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}
