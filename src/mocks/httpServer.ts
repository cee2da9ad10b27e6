import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { assertNever } from '../lib/assertNever.ts';
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
import type { ResetOptions } from './controlApi.ts';
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
  /** The process dies: nobody listens for `ms`, then a new one does on the same port, with the sessions or without. */
  kill(ms: number, keepSessions: boolean): Promise<void>;
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
  let isClosed = false;
  const server = createServer((request, response) => {
    if (!bayeux.handle(request, response)) answer(request, response).catch(() => response.destroy());
  });

  const bayeux = hostBayeux(server, gms.base, () => gms, bayeuxOptions);
  const reset = (changes: ResetOptions): void => {
    // whoever listens to the old one learns that it is gone
    gms.restart(false);
    gms = createGms({ clock: realClock, ...options, ...changes, snapshot: null });
    gwe = freshEngagement();
  };

  const listen = (on: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject).listen(on, host, () => resolve());
    });

  const kill = async (ms: number, keepSessions: boolean): Promise<void> => {
    const own = portOf(server.address());
    server.close();
    server.closeAllConnections();
    gms.restart(keepSessions);
    await realClock.sleep(ms);
    if (!isClosed) await listen(own);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [method, url] = [request.method ?? 'GET', request.url ?? '/'];
    const body = (await buffer(request)).toString(isMultipart(request) ? 'latin1' : 'utf8');
    if (!url.startsWith(CONTROL_PATH)) {
      const server = isEngagementPath(url) ? gwe : gms;
      await deliver(await server.handle({ method, url, headers: flatHeaders(request), body }), response);
      return;
    }
    const { status, value } = control(
      gms,
      gwe,
      { method, path: url, body },
      {
        reset,
        kill: (ms, keepSessions) => void response.once('finish', () => void kill(ms, keepSessions)),
      },
    );
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(value));
  };

  await listen(port);
  return {
    url: `http://${host}:${portOf(server.address())}`,
    kill,
    get gms() {
      return gms;
    },
    get gwe() {
      return gwe;
    },
    close: () =>
      new Promise((resolve) => {
        isClosed = true;
        bayeux.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isMultipart({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.startsWith('multipart/') ?? false;
}

async function deliver(
  { status, headers, body, isBinary, damage }: GmsReply,
  response: ServerResponse,
): Promise<void> {
  if (damage?.kind === 'lost') {
    response.destroy();
    return;
  }
  if (damage?.kind === 'reset' && damage.at === 0) {
    response.socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(body, isBinary ? 'latin1' : 'utf8');
  // a browser repeats a request by itself when a connection it has used before breaks without an answer, even a POST:
  // a connection for each keeps "lost" meaning lost
  const head = { ...headers, connection: 'close' };
  // the head promises all of it: where some is missing, the client sees that
  response.writeHead(status, status === 204 ? head : { ...head, 'content-length': bytes.length });
  switch (damage?.kind) {
    case undefined:
      response.end(bytes);
      return;
    case 'cut':
      response.write(bytes.subarray(0, damage.at), () => response.destroy());
      return;
    case 'reset':
      response.write(bytes.subarray(0, damage.at), () => response.socket?.resetAndDestroy());
      return;
    case 'trickle':
      for (const byte of bytes) {
        if (response.destroyed) return;
        response.write(Buffer.of(byte));
        await realClock.sleep(damage.ms);
      }
      response.end();
      return;
    default:
      assertNever(damage);
  }
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
