import type { GmsReply } from '../../src/simulator/gms.ts';
import { assertNever } from '../../src/lib/assertNever.ts';
import type { SimulatedPage } from './simulatedPage.ts';

/** What a page gets of an answer, with the damage that a fault did to it. `arrived` is called when the last byte of an undamaged answer is there. */
export function toResponse(reply: GmsReply, page: SimulatedPage, arrived: () => void): Response {
  const { status, headers, body, damage } = reply;
  if (damage?.kind === 'lost') throw new TypeError('Failed to fetch');
  const bytes = new TextEncoder().encode(body);
  switch (damage?.kind) {
    case undefined:
      arrived();
      return new Response(status === 204 ? null : body, { status, headers });
    case 'cut':
    case 'reset':
      return new Response(broken(bytes.slice(0, damage.at)), { status, headers });
    case 'trickle':
      return new Response(trickling(bytes, damage.ms, page, arrived), { status, headers });
    default:
      return assertNever(damage);
  }
}

function broken(bytes: Uint8Array): ReadableStream {
  let isFirst = true;
  return new ReadableStream({
    pull(controller) {
      if (isFirst && bytes.length > 0) controller.enqueue(bytes);
      else controller.error(new TypeError('network error'));
      isFirst = false;
    },
  });
}

/** A handful of bytes at a time: the pace is what counts. */
const HANDFUL = 16;

function trickling(
  bytes: Uint8Array,
  ms: number,
  { clock }: SimulatedPage,
  arrived: () => void,
): ReadableStream {
  const givenUp = new AbortController();
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await clock.sleep(ms * HANDFUL, givenUp.signal).catch(() => undefined);
      if (at < bytes.length) return controller.enqueue(bytes.slice(at, (at += HANDFUL)));
      arrived();
      return controller.close();
    },
    cancel: () => givenUp.abort(),
  });
}
