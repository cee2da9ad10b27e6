import type { Batch, ChatLine, ChatTransport } from '../../src/session/ports.ts';
import { ChatError } from '../../src/session/failure.ts';
import type { Flaw } from './consoleUnderTest.ts';
import type { ViolationKind } from './violation.ts';

/** Clients that are broken in one way each, and what the checker must say of them. */
export const FLAWS: Readonly<Record<string, Readonly<{ flaw: Flaw; kind: ViolationKind }>>> = {
  'moves its position with the answer of a send': {
    kind: 'lost',
    flaw: {
      ports(ports) {
        let ahead = 0;
        return {
          ...ports,
          position: () => ports.position() + ahead,
          transport: withLine(ports.transport, (line) => ({
            ...line,
            async send(text, signal) {
              const chat = await line.send(text, signal);
              ahead += 2;
              return chat;
            },
          })),
        };
      },
    },
  },
  'numbers what comes by itself': {
    kind: 'duplicate',
    flaw: {
      ports(ports) {
        let last = 0;
        return {
          ...ports,
          transport: withBatches(ports.transport, (batch) => ({
            ...batch,
            events: batch.events.map((event) => ({ ...event, index: (last += 1) })),
          })),
        };
      },
    },
  },
  'orders by arrival': {
    kind: 'inversion',
    flaw: {
      ports: (ports) => ({
        ...ports,
        transport: withBatches(ports.transport, (batch) => ({
          ...batch,
          events: batch.events.map((event) => ({ ...event, index: null })),
        })),
      }),
    },
  },
  'takes a message without an answer for sent': {
    kind: 'phantom',
    flaw: {
      ports: (ports) => ({
        ...ports,
        transport: withLine(ports.transport, (line, chat) => ({
          ...line,
          send: (text, signal) => line.send(text, signal).catch(() => chat),
        })),
      }),
    },
  },
  'calls failed what has no answer, and does not look for it': {
    kind: 'false failure',
    flaw: {
      ports(ports) {
        let isBlind = false;
        const refused = (): never => {
          isBlind = true;
          throw new ChatError({ kind: 'refused' });
        };
        return {
          ...ports,
          transport: withBatches(
            withLine(ports.transport, (line) => ({
              ...line,
              send: (text, signal) => line.send(text, signal).catch(refused),
            })),
            (batch) =>
              isBlind ? { ...batch, events: batch.events.filter(({ from }) => from.role !== 'me') } : batch,
          ),
        };
      },
    },
  },
  'sends again by itself': {
    kind: 'resent',
    flaw: {
      ports: (ports) => ({
        ...ports,
        transport: withLine(ports.transport, (line) => ({
          ...line,
          send: (text, signal) => line.send(text, signal).catch(() => line.send(text, signal)),
        })),
      }),
    },
  },
  'starts again by itself': {
    kind: 'double create',
    flaw: {
      ports: ({ desk, transport, ...ports }) => ({
        ...ports,
        desk: {
          ...desk,
          start: (order, signal) => desk.start(order, signal).catch(() => desk.start(order, signal)),
        },
        transport: {
          ...transport,
          open: (order, invitation, signal) =>
            transport.open(order, invitation, signal).catch(() => transport.open(order, invitation, signal)),
        },
      }),
    },
  },
  'does not keep the draft': {
    kind: 'lost draft',
    flaw: { record: (content) => ({ ...content, draft: '' }) },
  },
  'does not keep what was not sent': {
    kind: 'lost draft',
    flaw: { record: (content) => ({ ...content, outbox: [] }) },
  },
  'asks again at once': {
    kind: 'over budget',
    flaw: {
      ports: (ports) => ({
        ...ports,
        transport: withBatches(ports.transport, (batch, line) => {
          line.refreshNow();
          return batch;
        }),
      }),
    },
  },
  'tells the log what was written': {
    kind: 'leaked secret',
    flaw: {
      ports: (ports) => ({
        ...ports,
        transport: withLine(ports.transport, (line) => ({
          ...line,
          send(text, signal) {
            ports.log.warn('send.start', { text });
            return line.send(text, signal);
          },
        })),
      }),
    },
  },
  'keeps the record after the end': {
    kind: 'leaked secret',
    flaw: {
      record(content) {
        sessionStorage.setItem('copy', JSON.stringify(content));
        return content;
      },
    },
  },
  'listens twice': {
    kind: 'overlap',
    flaw: {
      ports: (ports) => ({
        ...ports,
        transport: withLine(ports.transport, (line) => ({
          ...line,
          async *listen(position, signal) {
            drain(line.listen(position, signal)).catch(() => undefined);
            yield* line.listen(position, signal);
          },
        })),
      }),
    },
  },
  'never doubts the line': {
    kind: 'false status',
    flaw: {
      runner: (run) => (effect, dispatch) =>
        run(effect, (fact) => {
          const isDoubt = fact.type === 'timerFired' && fact.timer === 'stale';
          if (!isDoubt && fact.type !== 'linkLost') dispatch(fact);
        }),
    },
  },
  'goes on after the end': {
    kind: 'afterlife',
    flaw: {
      runner: (run) => (effect, dispatch) => (effect.type === 'stopAll' ? undefined : run(effect, dispatch)),
    },
  },
};

function withLine(
  transport: ChatTransport,
  change: (line: ChatLine, chat: Batch['chat']) => ChatLine,
): ChatTransport {
  return { ...transport, attach: (chat) => change(transport.attach(chat), chat) };
}

function withBatches(
  transport: ChatTransport,
  change: (batch: Batch, line: ChatLine) => Batch,
): ChatTransport {
  return withLine(transport, (line) => ({
    ...line,
    async *listen(position, signal) {
      for await (const batch of line.listen(position, signal)) yield change(batch, line);
    },
  }));
}

async function drain(batches: AsyncIterable<Batch>): Promise<void> {
  for await (const _ of batches) continue;
}
