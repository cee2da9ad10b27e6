import type { ViteDevServer } from 'vite';
import { createServer } from 'vite';

export type Development = Readonly<{ base: string; close: () => Promise<void> }>;

/** What `npm start` serves: the console with the GMS that is built in, and the shop that opens it. */
export async function startDevelopment(): Promise<Development> {
  const server: ViteDevServer = await createServer({
    mode: 'simulated',
    logLevel: 'silent',
    server: { port: 0, host: '127.0.0.1' },
  });
  await server.listen();
  return { base: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}

/**
 * A page that is left takes the servers in it along: what its tracker asks at that moment meets the real server, which
 * has none. Everything else in `trouble` stays.
 */
export function forgiveLeavers(trouble: string[]): void {
  const others = trouble.filter((line) => !line.includes('status of 404'));
  trouble.splice(0, trouble.length, ...others);
}
