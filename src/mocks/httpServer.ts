import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import type { Gms, GmsReply } from '../simulator/gms.ts';
import type { GmsOptions } from '../simulator/createGms.ts';
import { createGms } from '../simulator/createGms.ts';
import { realClock } from '../simulator/realClock.ts';
import { control, CONTROL_PATH } from './controlApi.ts';

export type HttpGmsOptions = Partial<GmsOptions> & Readonly<{ port: number; host?: string }>;

export type HttpGms = Readonly<{
  /** origin, without a path: GMS is below `gms.base` */
  url: string;
  /** the one that answers now: the control call `reset` puts in another */
  readonly gms: Gms;
  close(): Promise<void>;
}>;

/** A simulated GMS on a real socket, where answers can be lost and cut. Port 0 takes any free one. */
export async function startHttpGms({
  port,
  host = '127.0.0.1',
  ...options
}: HttpGmsOptions): Promise<HttpGms> {
  let gms = createGms({ clock: realClock, ...options });
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [method, url] = [request.method ?? 'GET', request.url ?? '/'];
    const body = (await buffer(request)).toString(isMultipart(request) ? 'latin1' : 'utf8');
    if (!url.startsWith(CONTROL_PATH)) {
      deliver(await gms.handle({ method, url, headers: flatHeaders(request), body }), response);
      return;
    }
    const { status, value } = control(gms, { method, path: url, body }, (changes) => {
      gms = createGms({ clock: realClock, ...options, ...changes, snapshot: null });
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
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isMultipart({ headers }: IncomingMessage): boolean {
  return headers['content-type']?.startsWith('multipart/') ?? false;
}

function deliver({ status, headers, body, isBinary, damage }: GmsReply, response: ServerResponse): void {
  if (damage?.kind === 'lost') {
    response.destroy();
    return;
  }
  const bytes = Buffer.from(body, isBinary ? 'latin1' : 'utf8');
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
