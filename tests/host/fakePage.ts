/** A window that others can post to; who posts and from where is for the test to say. */
export function fakePeer() {
  const posted: (readonly [data: unknown, origin: string])[] = [];
  const peer: Pick<Window, 'postMessage'> = {
    postMessage: (data: unknown, origin: unknown) => void posted.push([data, String(origin)]),
  };
  return { peer, posted };
}

type Wiring = Readonly<{
  parent?: unknown;
  opener?: unknown;
  referrer?: string;
  ancestorOrigins?: readonly string[];
}>;

/** As much of a window as the channel of the console needs. */
export function fakePage({ parent, opener = null, referrer = '', ancestorOrigins }: Wiring) {
  const events = new EventTarget();
  const page = {
    opener,
    location: { ...(ancestorOrigins && { ancestorOrigins }) },
    document: Object.assign(new EventTarget(), { referrer, hidden: false, documentElement: null }),
    getComputedStyle: () => ({ fontSize: '16px' }),
    addEventListener: events.addEventListener.bind(events),
  };
  // the few parts of a window that are read, in place of a whole one
  const asWindow = Object.assign(page, { parent: parent ?? page }) as unknown as Window;
  return {
    page: asWindow,
    /** A message arrives, as a browser would deliver it. */
    post(source: unknown, origin: string, data: unknown, ports: readonly MessagePort[] = []): void {
      events.dispatchEvent(Object.assign(new Event('message'), { source, origin, data, ports }));
    },
  };
}

export const mark = { source: 'gms-chat-console', version: 1 };
export const connect = { ...mark, type: 'connect', takesOver: false, grants: [] };
