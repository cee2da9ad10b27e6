import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { recommendedHeaders } from '../../../vite/recommendedHeaders.ts';

/** Where the original sample lay: the console must work under any path. */
const FOLDER = '/genesys/admin/js/sample/cb/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

export type Site = Readonly<{
  /** of the folder, with a slash at its end */
  url: string;
  /** paths below the folder, in the order they were asked for */
  asked: readonly string[];
  close(): Promise<void>;
}>;

type SiteOptions = Readonly<{
  /** text of `config.json`; null: there is none */
  config: string | null;
  connect: readonly string[];
  embedders?: readonly string[];
  /** a policy of the site's own, beside the recommended one: both hold */
  policy?: string;
  /** further pages by path, e.g. a host page */
  pages?: Readonly<Record<string, string>>;
}>;

/** Serves `dist/` as a site would: a static server below a deep path, with the recommended headers. */
export async function startSite({
  config,
  connect,
  embedders = [],
  policy,
  pages = {},
}: SiteOptions): Promise<Site> {
  const asked: string[] = [];
  const headers = recommendedHeaders(connect, embedders);
  if (policy !== undefined) headers['content-security-policy'] += `, ${policy}`;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.test');
    // browsers ask for it on host pages that name none
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const page = pages[pathname];
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    const file = pathname.startsWith(FOLDER) ? pathname.slice(FOLDER.length) || 'index.html' : null;
    if (file !== null) asked.push(file);
    answer(file).then(
      (body) => response.writeHead(200, { ...headers, 'content-type': typeOf(file) }).end(body),
      () => response.writeHead(404).end(),
    );
  });

  async function answer(file: string | null): Promise<Buffer | string> {
    if (file === null || file.includes('..')) throw new Error('no such file');
    if (file !== 'config.json') return readFile(path.join('dist', file));
    if (config === null) throw new Error('no such file');
    return config;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}${FOLDER}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function typeOf(file: string | null): string {
  return TYPES[path.extname(file ?? '')] ?? 'application/octet-stream';
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
