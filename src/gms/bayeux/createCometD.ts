import type { Message } from 'cometd';
import { AckExtension, CometD } from 'cometd';
import type { Clock } from '../../session/ports.ts';
import { readBayeuxAdvice } from './bayeuxAdvice.ts';
import { withReadableFrames } from './bayeuxFrames.ts';

export type BayeuxTarget = Readonly<{
  url: string;
  channel: string;
  /** a WebSocket carries none of them */
  headers: Readonly<Record<string, string>>;
  carrier: 'websocket' | 'long-polling';
  /** ms that an answer may take beyond the time that the server holds it */
  timeout: number;
}>;

/** The longest message by default fits, escapes included; CometD's own 8 KiB would keep it back. */
const LONGEST_MESSAGE = 32_768;
/** A WebSocket that a proxy swallows must not use up the time in which the other carrier would have worked. */
const SOCKET_TIMEOUT_MS = 4_000;
/** A server that holds nothing back is asked this often at the most. */
const HASTE_MS = 1_000;

/** CometD's client as we want it. Source: deps.md §3.3, reliability.md F67. */
export function createCometD({ url, headers, carrier, timeout }: BayeuxTarget, clock: Clock): CometD {
  const client = new SingleTryCometD(clock);
  client.unregisterTransport('callback-polling');
  client.unregisterTransport(carrier === 'websocket' ? 'long-polling' : 'websocket');
  const transport = client.getTransportRegistry().find(carrier);
  if (transport) withReadableFrames(transport);
  client.configure({
    url,
    requestHeaders: { ...headers },
    maxNetworkDelay: timeout,
    connectTimeout: SOCKET_TIMEOUT_MS,
    maxSendBayeuxMessageSize: LONGEST_MESSAGE,
    // one is held; that somebody types must not keep a message or the good-bye waiting
    maxConnections: 4,
    // the default builds a worker from a blob, which our policy does not allow
    useWorkerScheduler: false,
    // paths such as /cometd/handshake get lost in some proxies
    appendMessageTypeToURL: false,
    logLevel: 'warn',
  });
  client.registerExtension('ack', new AckExtension());
  client.registerExtension('manners', withManners(clock));
  return client;
}

/** Lets only advice through that we follow, and keeps a server that holds nothing back from being asked in a loop. */
function withManners(clock: Clock) {
  let advice = readBayeuxAdvice(null);
  let askedAt = 0;
  let isHeld = false;
  return {
    outgoing(message: Message): Message {
      if (message.channel !== '/meta/connect') return message;
      askedAt = clock.now();
      isHeld = message.advice?.timeout !== 0;
      return message;
    },
    incoming(message: Message): Message {
      // a message is a good reason to answer early
      if (!message.channel.startsWith('/meta/')) isHeld = false;
      if (message.advice !== undefined) advice = readBayeuxAdvice(message.advice);
      const isAnswer = message.channel === '/meta/connect' && message.successful === true;
      const isHasty = isAnswer && isHeld && clock.now() - askedAt < HASTE_MS / 2;
      const interval = isHasty ? Math.max(advice.interval, HASTE_MS) : advice.interval;
      return { ...message, advice: { ...advice, interval } };
    },
  };
}

/** CometD with our clock and without its own ideas of what to do after a failure, nor of what belongs in a log. */
class SingleTryCometD extends CometD {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
  }

  override setTimeout(work: () => void, ms: number): AbortController {
    const timer = new AbortController();
    this.#clock
      .sleep(ms, timer.signal)
      .then(work)
      .catch(() => undefined);
    return timer;
  }

  /** CometD clears timers that it never set. */
  override clearTimeout(timer: AbortController | undefined): void {
    timer?.abort();
  }

  /** Called by CometD when a handshake or a connect failed. */
  onTransportFailure(_message: Message, info: object, proceed: (info: object) => void): void {
    proceed({ ...info, action: 'none' });
  }

  // they would quote messages
  _warn(): void {}
  _info(): void {}
  _debug(): void {}
}
