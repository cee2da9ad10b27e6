import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, request as ask } from 'node:http';

export type Gate = Readonly<{
  url: string;
  open(): void;
  /** Breaks what is under way and lets nothing through. */
  shut(): void;
  /** Takes everything and answers nothing. */
  hang(): void;
  /** how much is waiting for an answer since then */
  held(): number;
  /** Answers nothing itself, and lets what a server would push get lost. */
  arrived: readonly string[];
  close(): Promise<void>;
}>;

/** Stands before the Bayeux of a server, so that it can be gone while everything else is there. */
export async function startGate(target: string): Promise<Gate> {
  let isOpen = true;
  let isHanging = false;
  let held = 0;
  const arrived: string[] = [];
  const server = createServer((request, response) => {
    read(request).then(
      (body) => {
        arrived.push(body);
        if (isHanging) {
          held += 1;
          response.once('close', () => {
            held -= 1;
          });
        } else if (isOpen) forward(target, request, body, response);
        else request.socket.destroy();
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/cometd`,
    arrived,
    open() {
      isOpen = true;
      isHanging = false;
    },
    hang() {
      isHanging = true;
    },
    held: () => held,
    shut() {
      isOpen = false;
      server.closeAllConnections();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += String(part);
  return body;
}

function forward(target: string, request: IncomingMessage, body: string, response: ServerResponse): void {
  const { method = 'POST', headers } = request;
  const onward = ask(target, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  onward.end(body);
}
