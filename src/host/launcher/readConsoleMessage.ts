import type { ConsoleMessage } from '../messages.ts';
import { SOURCE, VERSION } from '../messages.ts';
import { isRecord } from './isRecord.ts';

type Kind = 'text' | 'count' | RegExp;
type Fields = Readonly<Record<string, Kind>>;

/** What each message must carry; `?` at the end of a name: may carry. */
const FIELDS = {
  hello: {},
  ready: {},
  state: { phase: 'text' },
  agent: { action: /^(?:joined|left)$/, name: 'text' },
  unread: { count: 'count' },
  message: { from: 'text', count: 'count', 'text?': 'text' },
  ended: { reason: 'text' },
  size: { width: 'count', height: 'count' },
  diagnostic: { code: 'text', 'key?': 'text' },
  wish: { wish: /^(?:minimize|close|move)$/ },
  moved: {},
  session: { data: 'text' },
} satisfies Record<ConsoleMessage['type'], Fields>;

const BY_TYPE: ReadonlyMap<unknown, Fields> = new Map<unknown, Fields>(Object.entries(FIELDS));

/**
 * A message of the console as a fresh object with the known fields only; null for everything else.
 * Names are looked up as own properties, so that nothing of a prototype can answer for them.
 */
export function readConsoleMessage(data: unknown): ConsoleMessage | null {
  if (!isRecord(data) || own(data, 'source') !== SOURCE || own(data, 'version') !== VERSION) return null;
  const fields = BY_TYPE.get(own(data, 'type'));
  if (!fields) return null;
  const message = { type: data['type'] };
  return readInto(message, data, fields) ? message : null;
}

/** Takes over what belongs to a message; false when something is missing or wrong. */
function readInto(
  message: Record<string, unknown>,
  data: Readonly<Record<string, unknown>>,
  fields: Fields,
): message is ConsoleMessage {
  return Object.entries(fields).every(([field, kind]) => {
    const name = field.replace('?', '');
    const value = own(data, name);
    if (value === undefined) return name !== field;
    message[name] = value;
    return isKind(value, kind);
  });
}

function own(data: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(data, name) ? data[name] : undefined;
}

function isKind(value: unknown, kind: Kind): boolean {
  if (kind === 'count') return typeof value === 'number' && value >= 0 && value < 1e6;
  return typeof value === 'string' && (kind === 'text' || kind.test(value));
}
