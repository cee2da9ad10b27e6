import type { Failure } from '../../session/failure.ts';
import { ChatError, failureOf } from '../../session/failure.ts';
import type { Clock } from '../../session/ports.ts';
import { retryDelay } from '../../session/phases/retryDelay.ts';
import { withDeadline } from '../deadline.ts';
import { asTrouble } from './asTrouble.ts';
import type { BayeuxConnection, BayeuxListener, Loss } from './bayeuxClient.ts';
import { openBayeux } from './bayeuxClient.ts';

/** Whoever needs what is pushed. While there is one, the connection is kept. */
type PushHolder = Readonly<{
  heard(data: unknown): void;
  /**
   * The connection was made or lost. Who was forgotten has not been listened to since, and may say it again; when it
   * broke, nobody knows what became of what was under way.
   */
  changed(how: 'made' | 'broken' | 'forgotten'): void;
  /** the highest position it has read */
  position(): number;
}>;

/** What a server pushes on one channel. */
export type Push = Readonly<{
  /** The answer gives it up again; the last one closes the connection. */
  hold(holder: PushHolder): () => void;
  isUp(): boolean;
  /** Whether the last attempt to connect came to nothing. */
  isFailing(): boolean;
  /** Whether it has failed so often in a row that something else must do. */
  isHopeless(): boolean;
  /** Connects unless it is connected, or joins the attempt under way. The caller sees to the pace. @throws ChatError */
  connect(): Promise<void>;
  /** Connects if that is worth another try by now, at a pace of its own; whoever holds it learns of it. */
  connectInBackground(): void;
  /** @throws ChatError `busy` when nothing reached the server */
  publish(data: object): Promise<void>;
}>;

export type PushPorts = Readonly<{
  clock: Clock;
  /** 0 to 1 */
  random: () => number;
  isOnline: () => boolean;
  /** Calls back when the page is left, for good or for a while. */
  whenLeaving: (act: () => void) => void;
  /** Calls back when it is taken up again after that. */
  whenBack: (act: () => void) => void;
}>;

export type PushTarget = Readonly<{
  url: string;
  channel: string;
  headers: Readonly<Record<string, string>>;
  /** a WebSocket carries no header */
  mayUseSocket: boolean;
  timeout: number;
}>;

/** Failed handshakes in a row after which polling takes over. Source: contract.md §3. */
const HOPELESS = 3;
/** All of one attempt, both carriers. Source: protocol/gms-callback.md §5.2. */
const ATTEMPT_MS = 15_000;
/** A socket that opens and says nothing must leave the other carrier its time. */
const SOCKET_MS = 6_000;
/** Who is told to stay away for longer goes another way meanwhile. */
const LONGEST_PAUSE_MS = 5_000;
/** How long polling has the chat to itself before the connection is tried again. */
const RESPITE_MS = 30_000;
/** A connection that did not live longer than this was none. */
const SHORT_LIFE_MS = 5_000;

/** Keeps one connection for its holders. It never reconnects by itself: whoever reads asks for it, at a pace of its own. */
export function createPush(target: PushTarget, ports: PushPorts): Push {
  const { clock } = ports;
  // replaced, never changed: who comes while it is told something begins with the next
  let holders: readonly PushHolder[] = [];
  let connection: BayeuxConnection | null = null;
  let attempt: Promise<void> | null = null;
  let attempting = new AbortController();
  let failures = 0;
  let isUnwanted = false;
  let notBefore = 0;
  let notBeforeInBackground = 0;
  let since = 0;
  let hasNoSocket = !target.mayUseSocket;

  const position = () => String(Math.max(0, ...holders.map((holder) => holder.position())));

  const listener: BayeuxListener = {
    heard(data) {
      for (const holder of holders) holder.heard(data);
    },
    lost(loss) {
      connection = null;
      notBefore = clock.now() + pauseAfter(loss);
      tellHolders(loss.kind === 'forgotten' ? 'forgotten' : 'broken');
    },
  };

  /** A server that takes us and drops us again is treated like one that does not take us. */
  function pauseAfter(loss: Loss): number {
    if (loss.kind === 'refused') isUnwanted = true;
    const isShort = clock.now() - since < SHORT_LIFE_MS;
    const pause = isShort ? retryDelay(1, ports.random(), { kind: 'server' }) : 0;
    return Math.max(pause, toldPause(loss));
  }

  /** A pause that the server asked for is kept by nobody else: what it says of Bayeux it does not say of GMS. */
  const isToStayAway = (): boolean => notBefore - clock.now() > LONGEST_PAUSE_MS;

  async function openOnce(signal: AbortSignal): Promise<BayeuxConnection> {
    if (notBefore > clock.now()) await clock.sleep(notBefore - clock.now(), signal);
    const over = (carrier: 'websocket' | 'long-polling', running: AbortSignal) =>
      openBayeux({ ...target, carrier }, clock, listener, running).then((opened) => {
        // nobody waits for it any more
        if (running.aborted) opened.close();
        return opened;
      });
    const socket = hasNoSocket
      ? null
      : await withDeadline(clock, SOCKET_MS, signal, (running) => over('websocket', running)).catch(
          () => null,
        );
    if (socket) return socket;
    const opened = await over('long-polling', signal);
    // where only this gets through, the other is not tried again
    hasNoSocket = true;
    return opened;
  }

  async function tryToConnect(): Promise<void> {
    if (!ports.isOnline()) throw new ChatError({ kind: 'offline' });
    if (isToStayAway()) throw new ChatError({ kind: 'server' });
    const { signal } = (attempting = new AbortController());
    try {
      connection = await withDeadline(clock, ATTEMPT_MS, signal, openOnce);
      since = clock.now();
      failures = 0;
    } catch (error) {
      signal.throwIfAborted();
      throw new ChatError(failed(failureOf(error)));
    }
    if (holders.length === 0) return letGo();
    tellHolders('made');
  }

  /** What a failed attempt means for the next ones, and for who asked for it. */
  function failed(failure: Failure): Failure {
    const { retryAfterMs = 0, ...rest } = failure;
    isUnwanted ||= failure.kind === 'refused';
    failures += 1;
    notBefore = clock.now() + retryAfterMs;
    const pause = failures < HOPELESS ? retryDelay(failures, ports.random(), failure) : RESPITE_MS;
    notBeforeInBackground = clock.now() + pause;
    return asTrouble(retryAfterMs > 0 ? { ...rest, kind: 'server' } : failure);
  }

  function connect(): Promise<void> {
    if (connection !== null) return Promise.resolve();
    attempt ??= tryToConnect().finally(() => {
      attempt = null;
    });
    return attempt;
  }

  function tellHolders(how: Parameters<PushHolder['changed']>[0]): void {
    for (const holder of holders) holder.changed(how);
  }

  function letGo(): void {
    attempting.abort(new ChatError({ kind: 'network' }));
    connection?.close();
    connection = null;
  }

  ports.whenLeaving(() => {
    connection?.leavePage(position());
    connection = null;
  });
  ports.whenBack(() => tellHolders('broken'));

  return {
    hold(holder) {
      holders = [...holders, holder];
      return () => {
        holders = holders.filter((one) => one !== holder);
        if (holders.length === 0) letGo();
      };
    },
    isUp: () => connection !== null,
    isFailing: () => failures > 0,
    isHopeless: () => isUnwanted || failures >= HOPELESS || isToStayAway(),
    connect,
    connectInBackground() {
      const isDue = clock.now() >= Math.max(notBefore, notBeforeInBackground);
      if (isDue && !isUnwanted) connect().catch(() => undefined);
    },
    publish(data) {
      if (connection === null) return Promise.reject(new ChatError({ kind: 'busy', retryAfterMs: 1_000 }));
      return connection.publish(data);
    },
  };
}

function toldPause(loss: Loss): number {
  switch (loss.kind) {
    case 'forgotten':
      return loss.afterMs;
    case 'refused':
      return 0;
    case 'broken':
      return loss.failure.retryAfterMs ?? 0;
  }
}
