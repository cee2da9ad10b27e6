import type { ServerResponse } from 'node:http';
import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import cometd from 'cometd-nodejs-server';
import type { Callback, CometDServer, Options, ServerMessage, ServerSession } from 'cometd-nodejs-server';
import ackExtension from 'cometd-nodejs-server/ack-extension.js';
import type { Bayeux, BayeuxPeer, Published } from '../../simulator/bayeux/bayeuxPeer.ts';

export type BayeuxOptions = Options;

export type BayeuxOverHttp = Readonly<{
  handle(request: IncomingMessage, response: ServerResponse): void;
  close(): void;
}>;

/**
 * Carries Bayeux over HTTP long-polling with CometD's own server for Node, acknowledgements included: how a client is
 * held, timed out, forgotten and advised is not of our making. `current` is asked for each client, so that a fresh
 * GMS can be put in.
 */
export function carryBayeuxOverHttp(current: () => Bayeux, options: BayeuxOptions = {}): BayeuxOverHttp {
  const open = new Set<ServerResponse>();
  let server = start();

  function start(): CometDServer {
    const started = cometd.createCometDServer(options);
    started.addExtension(new ackExtension.AcknowledgedMessagesExtension());
    started.addListener('sessionAdded', (session: ServerSession) => admit(started, session));
    return started;
  }

  function admit(host: CometDServer, session: ServerSession): void {
    const bayeux = current();
    const peer: BayeuxPeer = {
      gmsUser: String(requestOf(host).headers['gms_user'] ?? ''),
      deliver: (channel, data) => session.deliver(null, channel, data),
      drop: restart,
    };
    let position: string | null = null;
    session.addExtension({
      incoming(_, message, done) {
        if (message.channel === '/meta/disconnect') position = positionIn(message);
        if (!message.channel.startsWith('/service/')) return done(undefined, true);
        const { socket } = requestOf(host);
        void carry(bayeux.publish(peer, message.channel, message.data), socket, done);
      },
    });
    session.addListener('removed', () => bayeux.leave(peer, position));
    bayeux.join(peer);
  }

  /** A new process knows none of the clients, and whatever was held is broken. */
  function restart(): void {
    server.close();
    for (const response of open) response.destroy();
    server = start();
  }

  return {
    handle(request, response) {
      open.add(response);
      response.once('close', () => open.delete(response));
      server.handle(request, response);
    },
    close() {
      server.close();
      for (const response of open) response.destroy();
    },
  };
}

/** What is being handled right now. */
function requestOf(host: CometDServer): IncomingMessage {
  const context: unknown = host.context;
  const isPair = typeof context === 'object' && context !== null && 'request' in context;
  if (isPair && context.request instanceof IncomingMessage) return context.request;
  throw new Error('Bayeux has no request to look at');
}

/** Whatever is not let through is answered with an error. */
async function carry(outcome: Promise<Published>, socket: Socket, done: Callback<boolean>): Promise<void> {
  const published = await outcome;
  if (published === 'lost') socket.destroy();
  done(undefined, published === 'done');
}

function positionIn(message: ServerMessage): string | null {
  const ext: unknown = message.ext;
  if (typeof ext !== 'object' || ext === null || !('transcriptPosition' in ext)) return null;
  // clients send text; a number would be told apart in a test
  return typeof ext.transcriptPosition === 'string' ? ext.transcriptPosition : null;
}
