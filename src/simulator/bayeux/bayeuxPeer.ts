/** A Bayeux client as the simulated GMS sees it, whatever carries it. */
export type BayeuxPeer = Readonly<{
  /** header `gms_user` of its handshake; empty when it sent none, and over a WebSocket, which has no headers of ours */
  gmsUser: string;
  /** Puts a message on the way to it. */
  deliver(channel: string, data: unknown): void;
  /** The server is gone: the carrier breaks what is open and forgets the client. */
  drop(): void;
}>;

/** What becomes of a published message: its acknowledgement, the breaking of its connection, or a refusal. */
export type Published = 'done' | 'lost' | 'failed';

/** The Bayeux side of the simulated GMS. It has no timer: its host calls `tick` often. */
export interface Bayeux {
  join(peer: BayeuxPeer): void;
  publish(peer: BayeuxPeer, channel: string, data: unknown): Promise<Published>;
  /** It said good-bye or was swept; `transcriptPosition` from `ext` of `/meta/disconnect`, null when there was none. */
  leave(peer: BayeuxPeer, transcriptPosition: string | null): void;
  /** Delivers what has happened since the last time. */
  tick(): void;
}
