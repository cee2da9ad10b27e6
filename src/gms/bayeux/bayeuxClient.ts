import type { Message } from 'cometd';
import type { Failure } from '../../session/failure.ts';
import { ChatError } from '../../session/failure.ts';
import type { Clock } from '../../session/ports.ts';
import { httpFailure } from '../httpFailure.ts';
import { valueAt } from '../jsonObject.ts';
import type { BayeuxAdvice } from './bayeuxAdvice.ts';
import { readBayeuxAdvice } from './bayeuxAdvice.ts';
import type { BayeuxTarget } from './createCometD.ts';
import { createCometD } from './createCometD.ts';

/** Why a connection is no more. `forgotten`: the server knows us no longer, and may be asked again at once. */
export type Loss =
  | Readonly<{ kind: 'forgotten'; afterMs: number }>
  /** the server does not want us */
  | Readonly<{ kind: 'refused' }>
  | Readonly<{ kind: 'broken'; failure: Failure }>;

export type BayeuxListener = Readonly<{
  /** the `data` of a message on the channel */
  heard(data: unknown): void;
  /** called once, after the connection had been made; not when it was we who closed it */
  lost(loss: Loss): void;
}>;

export type BayeuxConnection = Readonly<{
  /** Resolves with the acknowledgement. @throws ChatError: `busy` when the server never looked at it */
  publish(data: object): Promise<void>;
  /** Says good-bye, with the position that has been read if the page goes to the background. */
  close(transcriptPosition?: string): void;
  /** Says good-bye with the last breath of a page. */
  leavePage(transcriptPosition: string): void;
}>;

/**
 * Connects to a Bayeux server with CometD's client: handshake, subscription, first `/meta/connect`. It tries once:
 * what comes after a failure is decided by whoever asked, and not after CometD's sixty seconds. With `signal` an
 * attempt is given up; it rejects with its reason and leaves nothing open.
 * @throws ChatError, and `refused` when the server says never to come again.
 * Source: protocol/gms-chat.md §12, §13.1, gms-callback.md §5.2, deps.md §3.3.
 */
export function openBayeux(
  target: BayeuxTarget,
  clock: Clock,
  listener: BayeuxListener,
  signal: AbortSignal,
): Promise<BayeuxConnection> {
  signal.throwIfAborted();
  const client = createCometD(target, clock);
  let state: 'opening' | 'open' | 'over' = 'opening';
  let isSubscribed = false;
  let isConnected = false;

  return new Promise((resolve, reject) => {
    function lose(loss: Loss): void {
      const before = state;
      state = 'over';
      signal.removeEventListener('abort', giveUp);
      // CometD ends by itself after most failures, but not after all
      queueMicrotask(() => client.disconnect());
      if (before === 'opening') reject(new ChatError(failureOfLoss(loss)));
      if (before === 'open') listener.lost(loss);
    }

    function giveUp(): void {
      state = 'over';
      const carrier = client.getTransport();
      client.disconnect();
      carrier?.abort();
      reject(signal.reason);
    }

    function advance(): void {
      if (state !== 'opening' || !isSubscribed || !isConnected) return;
      state = 'open';
      signal.removeEventListener('abort', giveUp);
      resolve({ publish, close, leavePage });
    }

    /** True when the server lets us go on. */
    function isWelcome(message: Message): boolean {
      const advice = adviceOf(message);
      if (message.successful === true && advice.reconnect === 'retry') return true;
      // leaves properly, and before CometD stumbles over the advice
      if (message.successful === true && advice.reconnect === 'handshake') client.disconnect();
      lose(lossIn(message, advice, clock.now()));
      return false;
    }

    client.addListener('/meta/handshake', (message) => {
      if (!isWelcome(message)) return;
      client.subscribe(
        target.channel,
        ({ data }: { data?: unknown }) => listener.heard(data),
        (reply) => {
          isSubscribed = reply.successful === true;
          if (isSubscribed) advance();
          else lose(lossIn(reply, adviceOf(reply), clock.now()));
        },
      );
    });
    client.addListener('/meta/connect', (message) => {
      isConnected = isWelcome(message);
      advance();
    });
    client.addListener('/meta/disconnect', () => lose({ kind: 'forgotten', afterMs: 0 }));

    function publish(data: object): Promise<void> {
      return new Promise((done, failed) => {
        if (client.isDisconnected()) return failed(new ChatError(UNSEEN));
        client.publish(target.channel, data, (reply) => {
          if (reply.successful === true) return done();
          const loss = lossIn(reply, adviceOf(reply), clock.now());
          // only who is not known is not listened to; whatever else goes wrong may go wrong afterwards
          failed(new ChatError(isUnknown(reply) ? UNSEEN : failureOfLoss(loss)));
          if (loss.kind === 'forgotten') lose(loss);
        });
      });
    }

    function close(transcriptPosition?: string): void {
      state = 'over';
      client.disconnect(transcriptPosition === undefined ? {} : { ext: { transcriptPosition } });
    }

    function leavePage(transcriptPosition: string): void {
      if (client.getTransport()?.type !== 'long-polling') return close(transcriptPosition);
      state = 'over';
      const ext = { transcriptPosition };
      const goodbye = { id: 'leave', channel: '/meta/disconnect', clientId: client.getClientId(), ext };
      // requests of CometD die with the page
      fetch(target.url, {
        method: 'POST',
        headers: { ...target.headers, 'Content-Type': 'application/json' },
        body: JSON.stringify([goodbye]),
        credentials: 'include',
        keepalive: true,
        referrerPolicy: 'no-referrer',
      }).catch(() => undefined);
      client.getTransport()?.abort();
    }

    signal.addEventListener('abort', giveUp, { once: true });
    client.handshake();
  });
}

/** As Chat API v2 says it. Source: protocol/gms-chat.md §8.2. */
const TOO_LONG = 204;

/** The server did not look at it: the same may be said again. */
const UNSEEN: Failure = { kind: 'busy', retryAfterMs: 1_000 };

/** What the server says with this very message; it has been read before. */
function adviceOf({ advice }: Message): BayeuxAdvice {
  return readBayeuxAdvice(advice);
}

function lossIn(message: Message, { reconnect, interval }: BayeuxAdvice, now: number): Loss {
  const status = valueAt(message, 'failure', 'httpCode');
  if (typeof status === 'number' && status >= 400) {
    const headers = { 'Retry-After': retryAfterIn(message, status) };
    return {
      kind: 'broken',
      failure: httpFailure(new Response(null, { status: Math.min(status, 599), headers }), null, now),
    };
  }
  if (valueAt(message, 'failure') !== undefined)
    return { kind: 'broken', failure: transportFailure(message) };
  if (reconnect === 'none' || /^40[13]/.test(message.error ?? '')) return { kind: 'refused' };
  if (reconnect === 'handshake' || isUnknown(message)) {
    return { kind: 'forgotten', afterMs: interval };
  }
  return { kind: 'broken', failure: { kind: 'server' } };
}

function isUnknown({ error }: Message): boolean {
  return error?.startsWith('402') ?? false;
}

/** When to come again, as the request that failed was told; browsers complain when it is looked for in vain. */
function retryAfterIn(message: Message, status: number): string {
  if (status !== 429 && status !== 503) return '';
  const request = valueAt(message, 'failure', 'transport');
  return (request instanceof window.XMLHttpRequest && request.getResponseHeader('Retry-After')) || '';
}

/** It never left, as the only thing that CometD refuses is a message that is too long; or nobody knows. */
function transportFailure(message: Message): Failure {
  const hasNotLeft =
    valueAt(message, 'failure', 'exception') !== undefined &&
    valueAt(message, 'failure', 'httpCode') === undefined;
  return hasNotLeft ? { kind: 'refused', code: TOO_LONG } : { kind: 'network' };
}

function failureOfLoss(loss: Loss): Failure {
  switch (loss.kind) {
    case 'forgotten':
      return { kind: 'server' };
    case 'refused':
      return { kind: 'refused' };
    case 'broken':
      return loss.failure;
  }
}
