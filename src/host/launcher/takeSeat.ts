import type { ConsoleMessage, HostMessage } from '../messages.ts';
import { envelope } from '../messages.ts';
import type { Link } from './meetConsole.ts';
import { meetConsole } from './meetConsole.ts';
import type { Place } from './place.ts';

type Connect = Extract<HostMessage, { type: 'connect' }>;

/** A console in its place, with the line to it. */
export type Seat = Readonly<{ place: Place; link: Link }>;

type Host = Readonly<{
  page: Window;
  origin: string;
  /** what a console is told with the channel */
  facts(seat: Seat): Pick<Connect, 'ids' | 'customer' | 'userData' | 'session'>;
  /** the seat that the chat is in, when it is to go on in this one */
  handsOver(seat: Seat): Seat | null;
  hear(seat: Seat, message: ConsoleMessage): void;
}>;

/** Waits for the console in that place; one that was there before us is greeted. */
export function takeSeat(place: Place, { page, origin, facts, handsOver, hear }: Host): Seat {
  const { target } = place;
  const link = meetConsole({ page, target, origin, greeting, onMessage: (message) => hear(seat, message) });
  const seat = { place, link };
  if (place.isFound) target.postMessage(envelope({ type: 'greet' }), origin);
  return seat;

  function greeting(): Readonly<{ connect: Connect; ports: readonly MessagePort[] }> {
    place.meet?.();
    const from = handsOver(seat);
    const connect = {
      type: 'connect',
      ...facts(seat),
      takesOver: from !== null,
      grants: place.grants,
    } as const;
    if (!from) return { connect, ports: [] };
    // its two ends are for the two consoles: keys and texts are never in our hands
    const { port1, port2 } = new MessageChannel();
    from.link.send({ type: 'handOver' }, [port1]);
    return { connect, ports: [port2] };
  }
}
