import { make } from './make.ts';
import type { WireLine } from './wires.ts';

const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

/** Draws what went over each wire, newest first. */
export function drawWires(place: HTMLElement, lines: readonly WireLine[]): void {
  place.replaceChildren(...lines.toReversed().map(lineOf));
}

function lineOf({ at, wire, what, times, status, facts }: WireLine): HTMLElement {
  const title = `${what}${times > 1 ? ` ×${times}` : ''}`;
  const head = make(
    'p',
    'call',
    make('span', `wire ${wire.toLowerCase()}`, wire),
    make('strong', '', title),
    make('span', 'quiet', `${status ?? 'no answer'} · ${CLOCK.format(at)}`),
  );
  const pairs = Object.entries(facts).flatMap(([name, value]) => [
    make('dt', '', name),
    make('dd', '', value === '' ? '(empty)' : value),
  ]);
  return make('li', '', head, make('dl', '', ...pairs));
}
