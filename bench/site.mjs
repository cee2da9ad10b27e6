import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** @typedef {{ status: number, type: string, body: Buffer }} Reply */
/** @typedef {{ url: string, headers: import('node:http').IncomingHttpHeaders, body: string }} Call */

/**
 * @typedef {object} Site
 * @property {string} url origin, without a slash at its end
 * @property {{ delayMs: number }} line how long every answer is held back, as a far server would
 * @property {() => number} askedAt when a page was last asked for, in ms of `performance.now()`
 * @property {() => Promise<void>} close
 */

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/**
 * Serves folders by their names, compressed, and passes everything below `/genesys` on, on one free port.
 * @param {object} options
 * @param {Readonly<Record<string, string>>} options.folders
 * @param {Readonly<Record<string, string>>} [options.files] texts that stand in for files
 * @param {(call: Call) => Promise<Reply>} options.gms
 * @returns {Promise<Site>}
 */
export async function startSite({ folders, files = {}, gms }) {
  const line = { delayMs: 0 };
  let askedAt = 0;
  /** @type {Map<string, Promise<Reply>>} */
  const zipped = new Map();

  const server = createServer((request, response) => {
    const { url = '/', headers } = request;
    const { pathname } = new URL(url, 'http://site.test');
    if (pathname.endsWith('.html')) askedAt = performance.now();
    const reply = text(request).then((body) =>
      pathname.startsWith('/genesys/') ? gms({ url, headers, body }).then(zip) : fileReply(pathname),
    );
    Promise.all([reply, line.delayMs > 0 ? sleep(line.delayMs) : null]).then(
      ([{ status, type, body }]) => {
        response.writeHead(status, {
          'content-type': type,
          'content-encoding': 'gzip',
          'cache-control': 'no-cache',
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });

  /**
   * Files are compressed once: on a small machine the work would be taken from the page that is measured.
   * @param {string} pathname
   */
  function fileReply(pathname) {
    const known = zipped.get(pathname);
    if (known) return known;
    const reply = readReply(pathname).then(zip);
    zipped.set(pathname, reply);
    return reply;
  }

  /**
   * @param {string} pathname
   * @returns {Promise<Reply>}
   */
  async function readReply(pathname) {
    const [, folder = '', file = ''] = /^\/(\w+)\/(.*)$/.exec(pathname) ?? [];
    const root = folders[folder];
    if (root === undefined || file.includes('..')) throw new Error('no such file');
    const body = files[pathname.slice(1)] ?? (await readFile(path.join(root, file)));
    return {
      status: 200,
      type: TYPES[path.extname(file)] ?? 'application/octet-stream',
      body: Buffer.from(body),
    };
  }

  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(null));
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    line,
    askedAt: () => askedAt,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {Reply} reply
 * @returns {Reply}
 */
function zip({ status, type, body }) {
  return { status, type, body: gzipSync(body) };
}
