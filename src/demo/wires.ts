import type { WireCall, WireNews } from '../mocks/wireNews.ts';
import { WIRE_CHANNEL, WIRE_QUESTION } from '../mocks/wireNews.ts';

const STORAGE_KEY = 'demo-wires';

/** Several calls of the same kind, one after the other, as one line. */
export type WireLine = WireCall & Readonly<{ times: number }>;

/**
 * What goes over the wires of all pages of the demo, oldest first, whenever there is something new. What was told to
 * the pages before is kept: a visitor goes from page to page, and an audience wants to see the whole story.
 */
export function watchWires(show: (calls: readonly WireCall[]) => void): void {
  const told = new Map<string, readonly WireCall[]>(recalled());
  const channel = new BroadcastChannel(WIRE_CHANNEL);
  const refresh = (): void => show([...told.values()].flat().toSorted((one, other) => one.at - other.at));

  channel.addEventListener('message', ({ data }) => {
    if (!isNews(data)) return;
    told.set(data.from, data.calls);
    refresh();
  });
  addEventListener('pagehide', () => sessionStorage.setItem(STORAGE_KEY, JSON.stringify([...told])));
  channel.postMessage(WIRE_QUESTION);
  refresh();
}

/** Polls and typing fill the wire and say nothing: repeats become one line with a number. */
export function asLines(calls: readonly WireCall[]): readonly WireLine[] {
  const lines: WireLine[] = [];
  for (const call of calls) {
    const last = lines.at(-1);
    const isRepeat = last?.wire === call.wire && last.what === call.what && isPlain(last) && isPlain(call);
    if (isRepeat) lines[lines.length - 1] = { ...call, times: last.times + 1 };
    else lines.push({ ...call, times: 1 });
  }
  return lines;
}

function isPlain({ facts }: WireCall): boolean {
  return Object.keys(facts).length === 0;
}

function recalled(): (readonly [string, readonly WireCall[]])[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]');
    return isTold(stored) ? stored : [];
  } catch {
    return [];
  }
}

/** Both came from our own pages, of this origin: a look at the shape will do. */
function isTold(value: unknown): value is (readonly [string, readonly WireCall[]])[] {
  return Array.isArray(value) && value.every((entry) => Array.isArray(entry) && Array.isArray(entry[1]));
}

function isNews(value: unknown): value is WireNews {
  return typeof value === 'object' && value !== null && 'calls' in value && Array.isArray(value.calls);
}
