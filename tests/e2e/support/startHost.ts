import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Host = Readonly<{
  /** `http://localhost:…`: another site than the consoles on 127.0.0.1 */
  origin: string;
  pages: Map<string, string>;
  /** requests of the page, by path with query and cookies */
  asked: { url: string; cookie: string | undefined }[];
  close(): Promise<void>;
}>;

/** A site of somebody else: pages as given, and a server that answers 204 to everything else and notes it. */
export async function startHost(headers: Readonly<Record<string, string>> = {}): Promise<Host> {
  const pages = new Map<string, string>();
  const asked: { url: string; cookie: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host.test');
    const page = pages.get(pathname);
    if (page === undefined) {
      if (pathname !== '/favicon.ico') asked.push({ url: request.url ?? '', cookie: request.headers.cookie });
      response.writeHead(204).end();
      return;
    }
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(200, { 'content-type': type, ...headers }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${portOf(server.address())}`,
    pages,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
