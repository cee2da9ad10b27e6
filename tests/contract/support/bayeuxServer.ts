import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:http';
import cometd from 'cometd-nodejs-server';
import type { CometDServer, Options, ServerMessage, ServerSession } from 'cometd-nodejs-server';
import ackExtension from 'cometd-nodejs-server/ack-extension.js';

export type BayeuxServer = Readonly<{
  url: string;
  /** CometD's own server, which nobody here wrote */
  server: CometDServer;
  sessions: readonly ServerSession[];
  received: readonly ServerMessage[];
  headers: readonly IncomingHttpHeaders[];
  close(): Promise<void>;
}>;

/** `shape` may change each reply before it leaves: whatever a server may think of to advise. */
export async function startBayeuxServer(
  options: Options = {},
  shape: (reply: ServerMessage) => void = () => undefined,
): Promise<BayeuxServer> {
  const received: ServerMessage[] = [];
  const sessions: ServerSession[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = cometd.createCometDServer(options);
  server.addExtension(new ackExtension.AcknowledgedMessagesExtension());
  server.addExtension({
    incoming(_server, _session, message, done) {
      received.push(structuredClone(message));
      done(undefined, true);
    },
    outgoing(_server, _sender, _session, message, done) {
      shape(message);
      done(undefined, true);
    },
  });
  server.addListener('sessionAdded', (session: ServerSession) => sessions.push(session));
  const http = createServer((request, response) => {
    headers.push(request.headers);
    server.handle(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/cometd`,
    server,
    sessions,
    received,
    headers,
    close: () =>
      new Promise((resolve) => {
        server.close();
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
