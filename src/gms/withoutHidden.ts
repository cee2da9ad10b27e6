import type { ChatEvent } from '../session/chatEvent.ts';
import type { Batch } from '../session/ports.ts';
import type { Hidden } from './gmsSettings.ts';

/**
 * The same answer with what the site wants hidden told as signals: nobody sees them, and reading goes on behind them.
 * Whoever is hidden is no participant either. Source: protocol/gms-chat.md §5.1, genesys-widgets-observed.md "Hidden".
 */
export function withoutHidden(batch: Batch, { nicknames, prefilters }: Hidden): Batch {
  const names = new Set(nicknames.map(normalised));
  const patterns = prefilters.map((pattern) => new RegExp(pattern, 'u'));
  const isHidden = (event: ChatEvent): boolean =>
    (event.from.role !== 'me' && names.has(normalised(event.from.name))) ||
    (event.type === 'said' && patterns.some((pattern) => pattern.test(event.text)));
  const events = batch.events.map((event) => (isHidden(event) ? signalOf(event) : event));
  return { ...batch, events };
}

function signalOf({ index, at, from, ...event }: ChatEvent): ChatEvent {
  const text = event.type === 'said' || event.type === 'signalled' ? event.text : '';
  return {
    type: 'signalled',
    text,
    index,
    at,
    from: from.role === 'me' ? from : { ...NOBODY_SEEN, id: from.id },
  };
}

const NOBODY_SEEN = { role: 'system', name: '' } as const;

function normalised(name: string): string {
  return name.trim().toLowerCase();
}
