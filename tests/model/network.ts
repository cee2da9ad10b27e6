import type { Gms, GmsReply, GmsRequest } from '../../src/simulator/gms.ts';
import type { Operation } from '../../src/simulator/faults.ts';
import type { SimulatedPage } from './simulatedPage.ts';
import { toResponse } from './toResponse.ts';
import type { Message, Speaker, VirtualBayeux } from './virtualBayeux.ts';
import type { VirtualTime } from './virtualTime.ts';

/** One request as the network saw it. */
type Sighting = Readonly<{
  page: number;
  at: number;
  url: string;
  operation: Operation;
  /** requests of the same operation that were under way by requests when it left, from the same page */
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
  /** What becomes of Bayeux while everything else is well. */
  setBayeux(trouble: BayeuxTrouble): void;
  /** Carries a frame of a socket to Bayeux, and what comes back; one that meets a dead line is never heard of again. */
  frame(page: SimulatedPage, url: string, text: string, speaker: Speaker): Promise<void>;
  /** Whether a socket opens, after a while. */
  opensSocket(page: SimulatedPage): Promise<boolean>;
  /** Carries what the server says by itself over a socket: whether it arrives, after a while. */
  carryBack(page: SimulatedPage, text: string): Promise<boolean>;
}>;

export type BayeuxTrouble =
  | 'none'
  /** what is open stays open, what is asked is taken, and nothing is ever answered */
  | 'silent'
  /** nobody is there */
  | 'gone'
  /** something before it answers */
  | Readonly<{ status: number; headers?: Readonly<Record<string, string>>; body?: string }>;

type Wires = Readonly<{
  gms: Gms;
  bayeux: VirtualBayeux;
  time: VirtualTime;
  pages: ReadonlyMap<string, SimulatedPage>;
  /** called before the server deals with a request: it may forget what was true until now */
  arriving: () => unknown;
}>;

/** Carries requests from the pages into the simulated GMS, and does to the answers what its faults ask for. */
export function createNetwork({ gms, bayeux, time, pages, arriving }: Wires): Network {
  const sightings: Sighting[] = [];
  const underWay: Sighting[] = [];
  const lastGood = new Map<number, number>();
  let isDown = false;
  let trouble: BayeuxTrouble = 'none';
  let lastTrouble = 0;

  function sight(page: SimulatedPage, url: string, operation: Operation): Sighting {
    const others = underWay.filter((one) => one.page === page.id && one.operation === operation);
    // what is published cannot be called off, and its answer comes another way
    const besides = isBayeux(new URL(url)) ? 0 : others.filter((one) => one.url === url).length;
    const sighting = { page: page.id, at: time.now(), url, operation, besides };
    sightings.push(sighting);
    return sighting;
  }

  const isSilent = (): boolean => trouble === 'silent';

  /** What becomes of a request: its answer is the server's own. */
  async function handle(url: URL, init: RequestInit): Promise<GmsReply> {
    if (!isBayeux(url)) return gms.handle(requestOf(url, init));
    if (typeof trouble === 'object') return { headers: {}, body: '', ...trouble };
    if (trouble === 'gone') return { ...EMPTY, damage: { kind: 'lost' } };
    if (trouble === 'silent') return NEVER;
    const answers = await bayeux.exchange(
      messagesIn(bodyText(init.body ?? '')),
      new Headers(init.headers).get('gms_user') ?? '',
    );
    if (isSilent()) return NEVER;
    const isLost = answers === 'lost' || isDown || trouble !== 'none';
    return { ...EMPTY, body: JSON.stringify(answers), ...(isLost && { damage: { kind: 'lost' } }) };
  }

  async function carry(page: SimulatedPage, url: URL, init: RequestInit): Promise<Response> {
    const sighted = isBayeux(url)
      ? operationsIn(messagesIn(bodyText(init.body ?? ''))).map((operation) =>
          sight(page, url.href, operation),
        )
      : [sight(page, url.href, operationOf(url.pathname))];
    let stopWaiting = (): unknown => undefined;
    const forgetAll = (): void => {
      for (const sighting of sighted)
        if (underWay.includes(sighting)) underWay.splice(underWay.indexOf(sighting), 1);
    };
    const lost = new Promise<never>((_, reject) => {
      const { signal } = init;
      const giveUp = (): void => {
        forgetAll();
        reject(signal?.reason);
      };
      signal?.throwIfAborted();
      signal?.addEventListener('abort', giveUp);
      const forget = page.onCutOff(() => {
        forgetAll();
        reject(new TypeError('Failed to fetch'));
      });
      stopWaiting = () => {
        signal?.removeEventListener('abort', giveUp);
        forget();
      };
    });
    lost.catch(() => undefined);
    underWay.push(...sighted);
    let isFine = false;
    try {
      if (!page.isOnline() || isDown) throw new TypeError('Failed to fetch');
      const arrived = time.now() + LATENCY_MS;
      await Promise.race([time.sleep(() => arrived), lost]);
      arriving();
      const reply = await Promise.race([handle(url, init), lost]);
      // what arrives at a page that sleeps is read when it runs again
      if (!page.isRunning()) await Promise.race([page.clock.sleep(0, new AbortController().signal), lost]);
      isFine = reply.damage === undefined && (isBayeux(url) || isGood(reply));
      return toResponse(reply, page, () => {
        if (isGood(reply)) lastGood.set(page.id, page.clock.now());
      });
    } finally {
      if (!isFine) lastTrouble = time.now();
      stopWaiting();
      forgetAll();
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
    setBayeux(value) {
      trouble = value;
    },
    async opensSocket(page) {
      await time.sleep(inAMoment());
      return !isDown && page.isOnline() && (trouble === 'none' || trouble === 'silent');
    },
    async frame(page, url, text, speaker) {
      const messages = messagesIn(text);
      for (const operation of operationsIn(messages)) sight(page, url, operation);
      await time.sleep(inAMoment());
      if (isDown || isSilent() || !page.isOnline()) return;
      if (trouble !== 'none') return speaker.hangUp();
      arriving();
      for (const message of messages) {
        void bayeux.exchange([message], '', speaker).then((answers) => {
          if (answers === 'lost') speaker.hangUp();
          else speaker.speak(answers);
        });
      }
    },
    async carryBack(page, text) {
      await time.sleep(inAMoment());
      const isLost = isDown || trouble !== 'none' || !page.isOnline() || page.isDead();
      if (isLost) lastTrouble = time.now();
      else if (!page.isRunning()) await page.clock.sleep(0, new AbortController().signal);
      if (!isLost && tellsOfAChat(text)) lastGood.set(page.id, page.clock.now());
      return !isLost;
    },
  };

  function inAMoment(): () => number {
    const at = time.now() + LATENCY_MS;
    return () => at;
  }
}

/** What a request takes at least: without it a client that asks again at once would stop time. */
const LATENCY_MS = 30;
/** A client that asks so often is found out already. */
const RUNAWAY = 20_000;

const NEVER = new Promise<never>(() => {});

const EMPTY: GmsReply = { status: 200, headers: {}, body: '' };

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

function isBayeux({ pathname }: URL): boolean {
  return pathname.endsWith('/cometd');
}

function messagesIn(text: string): readonly Message[] {
  return JSON.parse(text) as readonly Message[]; // what CometD's client sends
}

/** Those of the chat as they are called over REST; what is between Bayeux and its client is one of the others. */
function operationsIn(messages: readonly Message[]): readonly Operation[] {
  return messages.map(({ data }) => {
    const isCommand = typeof data === 'object' && data !== null && 'operation' in data;
    return (isCommand ? COMMANDS.get(String(data.operation)) : undefined) ?? 'other';
  });
}

const COMMANDS: ReadonlyMap<string, Operation> = new Map([
  ['requestChat', 'create'],
  ['requestNotifications', 'refresh'],
  ['sendMessage', 'send'],
  ['startTyping', 'typing'],
  ['stopTyping', 'typing'],
  ['disconnect', 'disconnect'],
]);

function isGood({ status, body }: GmsReply): boolean {
  return status === 200 && /^[[{]/.test(body) && tellsOfAChat(body);
}

function tellsOfAChat(text: string): boolean {
  return text.includes('"statusCode":0') || text.includes('"chatIxnState"');
}
