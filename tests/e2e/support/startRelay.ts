import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';

export type Relay = Readonly<{
  url: string;
  /** From now on a connection breaks once so many bytes have come through it; `Infinity` mends it. */
  breakAfter(bytes: number): void;
  /** how many connections broke so far */
  broken(): number;
  close(): Promise<void>;
}>;

/** A line between the page and a server that can break in the middle of a request. */
export async function startRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  let limit = Infinity;
  let broken = 0;
  const server = createServer((page) => {
    const onward = connect(Number(port), hostname);
    let passed = 0;
    page.on('data', (bytes: Buffer) => {
      passed += bytes.length;
      if (passed <= limit) return void onward.write(bytes);
      broken += 1;
      page.resetAndDestroy();
      onward.resetAndDestroy();
    });
    onward.pipe(page);
    page.on('error', () => onward.destroy()).on('close', () => onward.destroy());
    onward.on('error', () => page.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo; // it listens on TCP
  return {
    url: `http://127.0.0.1:${own}`,
    breakAfter(bytes) {
      limit = bytes;
    },
    broken: () => broken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
