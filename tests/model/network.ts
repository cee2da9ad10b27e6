import type { Gms, GmsReply, GmsRequest } from '../../src/simulator/gms.ts';
import type { Operation } from '../../src/simulator/faults.ts';
import { assertNever } from '../../src/lib/assertNever.ts';
import type { SimulatedPage } from './simulatedPage.ts';
import type { VirtualTime } from './virtualTime.ts';

/** One request as the network saw it. */
type Sighting = Readonly<{
  page: number;
  at: number;
  url: string;
  operation: Operation;
  /** requests of the same operation that were under way when it left, from the same page */
  besides: number;
}>;

export type Network = Readonly<{
  fetch: typeof fetch;
  sightings: readonly Sighting[];
  /** page time at which a page last got an answer that says that all is well */
  lastGoodAt(page: number): number;
  /** when a request last came to nothing */
  lastTroubleAt(): number;
  setDown(isDown: boolean): void;
}>;

type Wires = Readonly<{
  gms: Gms;
  time: VirtualTime;
  pages: ReadonlyMap<string, SimulatedPage>;
  /** called before the server deals with a request: it may forget what was true until now */
  arriving: () => unknown;
}>;

/** Carries requests from the pages into the simulated GMS, and does to the answers what its faults ask for. */
export function createNetwork({ gms, time, pages, arriving }: Wires): Network {
  const sightings: Sighting[] = [];
  const underWay: Sighting[] = [];
  const lastGood = new Map<number, number>();
  let isDown = false;
  let lastTrouble = 0;

  async function carry(page: SimulatedPage, url: URL, init: RequestInit): Promise<Response> {
    const operation = operationOf(url.pathname);
    const besides = underWay.filter((one) => one.page === page.id && one.operation === operation).length;
    const sighting = { page: page.id, at: time.now(), url: url.href, operation, besides };
    sightings.push(sighting);
    let stopWaiting = (): unknown => undefined;
    const lost = new Promise<never>((_, reject) => {
      const { signal } = init;
      const giveUp = (): void => reject(signal?.reason);
      signal?.throwIfAborted();
      signal?.addEventListener('abort', giveUp);
      const forget = page.onCutOff(() => reject(new TypeError('Failed to fetch')));
      stopWaiting = () => {
        signal?.removeEventListener('abort', giveUp);
        forget();
      };
    });
    lost.catch(() => undefined);
    underWay.push(sighting);
    let isFine = false;
    try {
      if (!page.isOnline() || isDown) throw new TypeError('Failed to fetch');
      const arrived = time.now() + LATENCY_MS;
      await Promise.race([time.sleep(() => arrived), lost]);
      arriving();
      const reply = await Promise.race([gms.handle(requestOf(url, init)), lost]);
      // what arrives at a page that sleeps is read when it runs again
      if (!page.isRunning()) await Promise.race([page.clock.sleep(0, new AbortController().signal), lost]);
      isFine = reply.damage === undefined && isGood(reply);
      return toResponse(reply, page, () => {
        if (isGood(reply)) lastGood.set(page.id, page.clock.now());
      });
    } finally {
      if (!isFine) lastTrouble = time.now();
      stopWaiting();
      underWay.splice(underWay.indexOf(sighting), 1);
    }
  }

  return {
    fetch: async (input, init = {}) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const page = pages.get(url.host);
      if (!page) throw new Error(`Nobody asked for a page at ${url.host}`);
      return page.isDead() || sightings.length > RUNAWAY ? NEVER : carry(page, url, init);
    },
    sightings,
    lastGoodAt: (page) => lastGood.get(page) ?? 0,
    lastTroubleAt: () => lastTrouble,
    setDown(value) {
      isDown = value;
    },
  };
}

/** What a request takes at least: without it a client that asks again at once would stop time. */
const LATENCY_MS = 30;
/** A client that asks so often is found out already. */
const RUNAWAY = 20_000;

const NEVER = new Promise<never>(() => {});

function requestOf({ pathname, search }: URL, { method = 'GET', headers, body }: RequestInit): GmsRequest {
  const sent = new Headers(headers);
  if (body instanceof URLSearchParams) sent.set('content-type', FORM);
  const text = body === null || body === undefined ? '' : bodyText(body);
  return { method, url: pathname + search, headers: Object.fromEntries(sent), body: text };
}

const FORM = 'application/x-www-form-urlencoded;charset=UTF-8';

function bodyText(body: BodyInit): string {
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('The pages send forms and JSON only');
}

function operationOf(path: string): Operation {
  const name = path.split('/').at(-1) ?? '';
  if (name === 'refresh' || name === 'send' || name === 'disconnect') return name;
  if (name === 'startTyping' || name === 'stopTyping') return 'typing';
  if (path.includes('/1/service/callback/')) return 'start';
  return name === 'chat' || /\/2\/chat\/[^/]+$/.test(path) ? 'create' : 'other';
}

function isGood({ status, body }: GmsReply): boolean {
  if (status !== 200 || !body.startsWith('{')) return false;
  return body.includes('"statusCode":0') || body.includes('"chatIxnState"');
}

/** `arrived` is called when the last byte of an undamaged answer is there. */
function toResponse(reply: GmsReply, page: SimulatedPage, arrived: () => void): Response {
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
