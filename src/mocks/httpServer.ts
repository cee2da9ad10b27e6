import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import type { Gms, GmsReply } from '../simulator/gms.ts';
import type { Engagement } from '../simulator/engagement/engagement.ts';
import type { EngagementOptions } from '../simulator/engagement/createEngagement.ts';
import type { GmsOptions } from '../simulator/createGms.ts';
import { createEngagement } from '../simulator/engagement/createEngagement.ts';
import { isEngagementPath } from '../simulator/engagement/engagementRoutes.ts';
import { createGms } from '../simulator/createGms.ts';
import { realClock } from '../simulator/realClock.ts';
import type { BayeuxOptions } from './bayeux/bayeuxOverHttp.ts';
import { hostBayeux } from './bayeux/bayeuxHost.ts';
import { control, CONTROL_PATH } from './controlApi.ts';

export type HttpGmsOptions = Partial<GmsOptions> &
  Readonly<{ port: number; host?: string; bayeux?: BayeuxOptions; engagement?: Partial<EngagementOptions> }>;

export type HttpGms = Readonly<{
  /** origin, without a path: GMS is below `gms.base` */
  url: string;
  /** the one that answers now: the control call `reset` puts in another */
  readonly gms: Gms;
  /** Web Engagement's server beside it, below `/server` and the two paths of 8.1.2 */
  readonly gwe: Engagement;
  close(): Promise<void>;
}>;

/** A page that is just being loaded must not miss its invitation. */
const ENGAGEMENT: Partial<EngagementOptions> = { bufferMs: 10_000 };

/**
 * A simulated GMS, Bayeux included and Web Engagement beside it, on a real socket, where answers can be lost and cut.
 * Port 0 takes any free one.
 */
export async function startHttpGms({
  port,
  host = '127.0.0.1',
  bayeux: bayeuxOptions,
  engagement = {},
  ...options
}: HttpGmsOptions): Promise<HttpGms> {
  let gms = createGms({ clock: realClock, ...options });
  const freshEngagement = (): Engagement =>
    createEngagement({ clock: realClock, seed: options.seed ?? 1, ...ENGAGEMENT, ...engagement });
  let gwe = freshEngagement();
  const server = createServer((request, response) => {
    if (!bayeux.handle(request, response)) answer(request, response).catch(() => response.destroy());
  });

  const bayeux = hostBayeux(server, gms.base, () => gms, bayeuxOptions);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [method, url, body] = [request.method ?? 'GET', request.url ?? '/', await text(request)];
    if (!url.startsWith(CONTROL_PATH)) {
      const server = isEngagementPath(url) ? gwe : gms;
      deliver(await server.handle({ method, url, headers: flatHeaders(request), body }), response);
      return;
    }
    const { status, value } = control(gms, gwe, { method, path: url, body }, (changes) => {
      // whoever listens to the old one learns that it is gone
      gms.restart(false);
      gms = createGms({ clock: realClock, ...options, ...changes, snapshot: null });
      gwe = freshEngagement();
    });
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(value));
  };

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    url: `http://${host}:${portOf(server.address())}`,
    get gms() {
      return gms;
    },
    get gwe() {
      return gwe;
    },
    close: () =>
      new Promise((resolve) => {
        bayeux.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function deliver({ status, headers, body, damage }: GmsReply, response: ServerResponse): void {
  if (damage?.kind === 'lost') {
    response.destroy();
    return;
  }
  const bytes = Buffer.from(body);
  // a browser repeats a request by itself when a connection it has used before breaks without an answer, even a POST:
  // a connection for each keeps "lost" meaning lost
  const head = { ...headers, connection: 'close' };
  response.writeHead(status, status === 204 ? head : { ...head, 'content-length': bytes.length });
  if (damage === undefined) response.end(bytes);
  // The head promised all of it: the client sees that the rest is missing.
  else response.write(bytes.subarray(0, damage.at), () => response.destroy());
}

function flatHeaders(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
