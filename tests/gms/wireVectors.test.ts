import { expect, test } from 'vitest';
import { createServiceDesk } from '../../src/gms/callback/callbackDesk.ts';
import { createTransport } from '../../src/gms/createTransport.ts';
import { LAST_EVENT } from '../../src/session/pages.ts';
import type { Batch } from '../../src/session/ports.ts';
import type { Exchange } from '../fixtures/wireVectors/wireVector.ts';
import { wireVectors } from '../fixtures/wireVectors/wireVectors.ts';
import { settings, startFakeGms } from './fakeGms.ts';
import { chatV1, chatV2, plainOrder } from './orders.ts';
import { createTestClock } from './testClock.ts';
import { failureOf, tell } from './wireTelling.ts';

const gms = startFakeGms();
const { signal } = new AbortController();
const clock = createTestClock();
const transport = createTransport('v2', settings, clock, () => true);
const desk = createServiceDesk(settings, clock, () => true);

test('all 47 vectors are there, in order', () => {
  const ids = wireVectors.map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 47 }, (_, index) => `TV-${String(index + 1).padStart(2, '0')}`));
});

const cases = wireVectors.flatMap(({ id, title, exchanges }) =>
  exchanges.flatMap((exchange, step) => {
    const call = callOf(exchange);
    const name = `${id} ${title}, step ${step + 1}, ${exchange.as}${exchange.note ? `: ${exchange.note}` : ''}`;
    return call ? [{ name, exchange, call }] : [];
  }),
);

const isGood = ({ outcome }: Exchange): boolean =>
  outcome === 'live' || outcome === 'ended' || outcome === 'startChat';

test.each(cases.filter(({ exchange }) => isGood(exchange)))('$name', async ({ exchange, call }) => {
  gms.answer(() => new Response(exchange.reply));
  const { outcome, told = [] } = exchange;
  // an action has nothing to tell: its answer is no news
  expect((await call()) ?? { outcome, told }).toEqual({ outcome, told });
  expect(gms.requests).toHaveLength(1);
});

test.each(cases.filter(({ exchange }) => !isGood(exchange)))('$name', async ({ exchange, call }) => {
  const { outcome: kind, status = 200, code, exception } = exchange;
  gms.answer(() => new Response(exchange.reply, { status }));
  const { isFromGms: _, ...failure } = await failureOf(call());
  expect({ kind, status, code, exception }).toEqual({
    status,
    code: undefined,
    exception: undefined,
    ...failure,
  });
  expect(gms.requests).toHaveLength(1);
});

type Result = Readonly<{ outcome: 'live' | 'ended' | 'startChat'; told: readonly string[] }>;

/** The call of ours that such an answer is for; null for calls that the console does not make yet. */
function callOf({ as, path }: Exchange): (() => Promise<Result | null>) | null {
  switch (as) {
    case 'v2 open':
      return async () => resultOf(await transport.open({ ...plainOrder, chatVia: 'chat' }, null, signal));
    case 'v1 open': {
      const invitation = { path: '/1/service/507-3b1e6a10/ixn/chat', subject: null };
      return async () => resultOf(await transport.open(plainOrder, invitation, signal));
    }
    case 'v2 refresh':
      return async () => resultOf(await refreshOnce('v2'));
    case 'v2 probe':
      return async () => {
        const { page, ...batch } = await refreshOnce('v2', LAST_EVENT);
        expect(page).toBe(LAST_EVENT);
        expect(gms.requests[0]?.fields).toMatchObject({ transcriptPosition: '-1' });
        return resultOf(batch);
      };
    case 'v1 refresh':
      return async () => resultOf(await refreshOnce('v1'));
    case 'v2 action':
      return () => act('v2', path);
    case 'v1 action':
      return () => act('v1', path);
    case 'service':
      return async () => {
        const reply = await desk.start(plainOrder, signal);
        return { outcome: reply.type === 'startChat' ? reply.type : 'live', told: [] };
      };
    default:
      return null;
  }
}

function resultOf({ isEnded, events }: Batch): Result {
  return { outcome: isEnded ? 'ended' : 'live', told: events.map(tell) };
}

async function refreshOnce(api: 'v1' | 'v2', page: number | null = null): Promise<Batch> {
  const line = transport.attach(api === 'v1' ? chatV1 : chatV2);
  line.refreshNow();
  const listening = line.listen(
    () => 1,
    signal,
    () => page,
  );
  for await (const batch of listening) return batch;
  throw new Error('The line was silent');
}

async function act(api: 'v1' | 'v2', path: string): Promise<null> {
  const line = transport.attach(api === 'v1' ? chatV1 : chatV2);
  if (path.endsWith('/send')) await line.send('Hello', signal);
  else if (path.endsWith('/disconnect')) await line.leave(signal);
  else await line.signalTyping(true, signal);
  return null;
}
