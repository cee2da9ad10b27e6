import type { Fault, FaultName } from '../simulator/faults.ts';
import { MISHAPS } from '../simulator/faults.ts';

const TARGETS = ['start', 'create', 'refresh', 'send', 'typing', 'disconnect', 'other', 'any'];

/** What may be said about a fault beside its name, and what it must be. */
const DETAILS: ReadonlyMap<string, readonly string[]> = new Map([
  ['times', ['number']],
  ['ms', ['number']],
  ['at', ['number']],
  ['status', ['number']],
  ['retryAfter', ['number', 'string']],
  ['html', ['boolean']],
  ['processed', ['boolean']],
  ['chatEnded', ['boolean']],
  ['keepSessions', ['boolean']],
]);

/** A fault from JSON that came from outside, with what it leaves out filled in; or what is wrong with it. */
export function readFault(value: unknown): Fault | string {
  const given: Record<string, unknown> = typeof value === 'object' ? { ...value } : {};
  const known = isFaultName(given['name']) ? MISHAPS[given['name']] : {};
  const fault = { on: 'any', ...known, ...given };
  return isFault(fault) ? fault : (problemOf(fault) ?? 'This is no fault');
}

function isFault(value: Readonly<Record<string, unknown>>): value is Fault & Record<string, unknown> {
  return problemOf(value) === null;
}

/** Which detail belongs to which fault is not looked at: one too many does no harm. */
function problemOf({ name, on, ...details }: Readonly<Record<string, unknown>>): string | null {
  if (!isFaultName(name)) return `name must be one of: ${Object.keys(MISHAPS).join(', ')}`;
  if (typeof on !== 'string' || !TARGETS.includes(on)) return `on must be one of: ${TARGETS.join(', ')}`;
  for (const [key, detail] of Object.entries(details)) {
    const types = DETAILS.get(key);
    if (types === undefined) return `A fault has no ${key}; it may have: ${[...DETAILS.keys()].join(', ')}`;
    if (!types.includes(typeof detail)) return `${key} must be a ${types.join(' or a ')}`;
  }
  return null;
}

function isFaultName(name: unknown): name is FaultName {
  return typeof name === 'string' && Object.hasOwn(MISHAPS, name);
}
