import type { ChatEvent } from '../../../src/session/chatEvent.ts';
import type { Failure } from '../../../src/session/failure.ts';
import { failureOf, meaningOf } from '../../../src/session/failure.ts';
import type { Batch, ChatLine, ChatTransport, Order } from '../../../src/session/ports.ts';
import { browserClock } from '../../../src/platform/browserClock.ts';
import { order } from '../../session/samples.ts';
import type { Client, Leg } from './legs.ts';

export type Reader = Readonly<{
  line: ChatLine;
  opened: Batch;
  /** everything that was told, in the order in which it came */
  events: ChatEvent[];
  failures: Failure[];
  isEnded(): boolean;
  stop(): void;
}>;

/** An attempt follows a failure after so long; the session waits longer. */
const PAUSE_MS = 40;

/** Opens a chat the way a session does. */
export async function open({ api }: Leg, { desk, transport }: Client): Promise<Batch> {
  const { signal } = new AbortController();
  const asked: Order = { ...order, chatVia: api === 'v1' ? 'service' : 'chat' };
  if (api === 'v2') return transport.open(asked, null, signal);
  const reply = await desk.start(asked, signal);
  if (reply.type !== 'startChat') throw new Error(`Expected a chat, got ${reply.type}`);
  return transport.open(asked, reply.invitation, signal);
}

/** Listens the way a session does: it takes the line up again after a failure, and stops when the chat is over. */
export function read(transport: ChatTransport, opened: Batch): Reader {
  const line = transport.attach(opened.chat);
  const stopping = new AbortController();
  const events = [...opened.events];
  const failures: Failure[] = [];
  const position = () => Math.max(0, ...events.map((event) => event.index ?? 0));
  let isEnded = false;

  async function follow(): Promise<void> {
    while (!stopping.signal.aborted && !isEnded) {
      try {
        for await (const batch of line.listen(position, stopping.signal)) {
          events.push(...batch.events);
          isEnded ||= batch.isEnded;
        }
      } catch (error) {
        const failure = failureOf(error);
        failures.push(failure);
        if (meaningOf(failure).listen === 'over') return;
        await browserClock.sleep(PAUSE_MS, stopping.signal).catch(() => undefined);
        line.refreshNow();
      }
    }
  }

  void follow();
  return {
    line,
    opened,
    events,
    failures,
    isEnded: () => isEnded,
    stop() {
      stopping.abort();
      line.close?.();
    },
  };
}
