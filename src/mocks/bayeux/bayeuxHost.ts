import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Gms } from '../../simulator/gms.ts';
import { openToOrigin } from '../../simulator/wire/cors.ts';
import type { BayeuxOptions } from './bayeuxOverHttp.ts';
import { carryBayeuxOverHttp } from './bayeuxOverHttp.ts';
import { carryBayeuxOverSocket } from './bayeuxOverSocket.ts';

/** How often the simulated GMS looks for something to tell, in ms. */
const TICK_MS = 40;

export type BayeuxHost = Readonly<{
  /** Whether the request was one for Bayeux, and is being answered. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  close(): void;
}>;

/** Serves Bayeux at `{base}/cometd`, below which classic clients append the kind of message. */
export function hostBayeux(
  server: Server,
  base: string,
  current: () => Gms,
  options: BayeuxOptions = {},
): BayeuxHost {
  const path = `${base}/cometd`;
  const bayeux = () => current().bayeux;
  const http = carryBayeuxOverHttp(bayeux, options);
  const sockets = carryBayeuxOverSocket(server, path, bayeux, options.timeout);
  let timer = setTimeout(tick, TICK_MS);

  function tick(): void {
    bayeux().tick();
    timer = setTimeout(tick, TICK_MS);
  }

  return {
    handle(request, response) {
      const { pathname } = new URL(request.url ?? '/', 'http://gms.invalid');
      const isOurs = pathname === path || pathname.startsWith(`${path}/`);
      if (!isOurs || request.method !== 'POST') return false;
      for (const [name, value] of Object.entries(corsOf(request))) response.setHeader(name, value);
      http.handle(request, response);
      return true;
    },
    close() {
      clearTimeout(timer);
      http.close();
      sockets.close();
    },
  };
}

/** The same for every answer of the simulated GMS, whoever writes it. */
function corsOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const { origin } = headers;
  const asked = { method: 'POST', url: '/', body: '', headers: origin === undefined ? {} : { origin } };
  return openToOrigin({ status: 200, headers: {}, body: '' }, asked).headers;
}
