/** Ways in which servers of the field differ. Each is off unless asked for. Source: protocol/gms-chat.md §3.3, §13.3, §15. */
export type Quirk =
  /** v2: the answer to a start has neither `nextPosition` nor `chatEnded`, as in the documents */
  | 'bare-start'
  /** v2: `index` travels as text */
  | 'text-index'
  /** v2: answers and events carry fields that no document names */
  | 'extra-fields'
  /** v1: a sixth element with the position of the row */
  | 'row-index'
  /** typing events have no index and are delivered once */
  | 'loose-typing'
  /** typing events are not delivered */
  | 'no-typing'
  /** the visitor's own typing comes back as events */
  | 'own-typing'
  /** v2: a chat is known on the way on which it was opened only, over Bayeux or over REST */
  | 'own-ids'
  /** over Bayeux, that an agent is ready is told as the JSON text of an object */
  | 'text-notice';

export type Settings = Readonly<{
  base: string;
  /** origin of the absolute addresses in answers: servers behind a proxy name one that no browser reaches (gms-callback.md §3.6) */
  publicUrl: string;
  /** a visitor who sends no request for so long is removed (gms-chat.md §15.6) */
  flexTimeoutMs: number;
  /** code points; above it `send` is refused with error 204 */
  maxMessageLength: number;
  /** HTTP status of a refused v2 start: documents and clients disagree */
  refusalStatus: 200 | 400;
  /** the same number may start so many services a day, and a service so many in five minutes (gms-callback.md §10) */
  startsPerNumber: number;
  startsPerService: number;
  quirks: readonly Quirk[];
  files: FileRules;
}>;

/** What the chat server allows. Source: protocol/gms-chat.md §6.1. */
export type FileRules = Readonly<{
  maxFiles: number;
  /** bytes */
  maxSize: number;
  maxTotal: number;
  /** extensions, as the wire has them */
  types: string;
  needsAgent: boolean;
  downloads: number;
}>;

export const DEFAULT_SETTINGS: Settings = {
  base: '/genesys',
  publicUrl: 'http://gms.example:8080',
  flexTimeoutMs: 45_000,
  maxMessageLength: 4000,
  refusalStatus: 400,
  startsPerNumber: 6,
  startsPerService: 500,
  quirks: [],
  files: {
    maxFiles: 3,
    maxSize: 5_242_880,
    maxTotal: 12_582_912,
    types: 'jpeg:jpg:pdf:png',
    needsAgent: true,
    downloads: 4,
  },
};
