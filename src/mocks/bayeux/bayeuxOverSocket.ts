import type { Server } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Bayeux, BayeuxPeer } from '../../simulator/bayeux/bayeuxPeer.ts';

type Message = Readonly<Record<string, unknown>>;

/**
 * Carries Bayeux over WebSockets, which CometD's server for Node cannot: as little of the protocol as a client needs.
 * Headers of ours do not travel this way, so nobody here has a `gms_user`.
 */
export function carryBayeuxOverSocket(server: Server, path: string, current: () => Bayeux, holdMs = 30_000) {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (new URL(request.url ?? '/', 'http://gms.invalid').pathname !== path) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (opened) => serve(opened, current(), holdMs));
  });
  return {
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function serve(socket: WebSocket, bayeux: Bayeux, holdMs: number): void {
  let clientId: string | null = null;
  let held: NodeJS.Timeout | undefined;
  const reply = (...messages: readonly Message[]) => socket.send(JSON.stringify(messages));
  const peer: BayeuxPeer = {
    gmsUser: '',
    deliver: (channel, data) => reply({ channel, data }),
    drop: () => socket.terminate(),
  };
  const leave = (position: string | null): void => {
    clearTimeout(held);
    clientId = null;
    bayeux.leave(peer, position);
  };

  async function answer(message: Message): Promise<void> {
    const { id, channel } = message;
    const good = { id, channel, successful: true };
    if (channel === '/meta/handshake') {
      clientId = randomUUID();
      bayeux.join(peer);
      reply({ ...good, clientId, version: '1.0', supportedConnectionTypes: ['websocket'], advice: ADVICE });
    } else if (message['clientId'] !== clientId) {
      const advice = { reconnect: 'handshake', interval: 0 };
      reply({ id, channel, successful: false, error: '402::Unknown client', advice });
    } else if (channel === '/meta/connect') {
      held = setTimeout(() => reply(good), Math.min(holdMs, timeoutIn(message)));
    } else if (channel === '/meta/disconnect') {
      leave(positionIn(message));
      reply(good);
    } else if (channel === '/meta/subscribe') {
      reply({ ...good, subscription: message['subscription'] });
    } else {
      const published = await bayeux.publish(peer, String(channel), message['data']);
      if (published === 'lost') socket.terminate();
      else reply(published === 'done' ? good : { id, channel, successful: false, error: '500::failed' });
    }
  }

  socket.on('message', (data: Buffer) => {
    for (const message of messagesIn(data)) answer(message).catch(() => socket.terminate());
  });
  socket.on('close', () => leave(null));
}

const ADVICE = { reconnect: 'retry', interval: 0, timeout: 30_000 };

function messagesIn(data: Buffer): readonly Message[] {
  const messages: unknown = JSON.parse(data.toString());
  return Array.isArray(messages) ? messages.filter(isMessage) : [];
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null;
}

function timeoutIn({ advice }: Message): number {
  const isTold = typeof advice === 'object' && advice !== null && 'timeout' in advice;
  return isTold ? Number(advice.timeout) : Infinity;
}

function positionIn({ ext }: Message): string | null {
  const isTold = typeof ext === 'object' && ext !== null && 'transcriptPosition' in ext;
  return isTold && typeof ext.transcriptPosition === 'string' ? ext.transcriptPosition : null;
}
