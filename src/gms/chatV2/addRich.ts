import type { ChatEvent } from '../../session/chatEvent.ts';
import type { RichContent } from '../../session/richContent.ts';
import type { Batch } from '../../session/ports.ts';
import { readRich } from './readRich.ts';
import type { RichRow } from './richRows.ts';

/** Gives each event the structured content of the row with its index; one without words of its own gets some. */
export function addRich(batch: Batch, rows: readonly RichRow[]): Batch {
  // by index, which some servers send as text
  const found = new Map<string, RichContent>();
  for (const row of rows) {
    const rich = readRich(row);
    if (rich) found.set(String(row.index), rich);
  }
  const events = batch.events.map((event): ChatEvent => {
    const rich = event.index === null ? undefined : found.get(String(event.index));
    if (!rich || (event.type !== 'said' && event.type !== 'signalled')) return event;
    return { ...event, type: 'said', text: event.text || wordsOf(rich), rich };
  });
  return { ...batch, events };
}

/** What it says to the ear and on paper when the message has no words: its own, or those of its cards. */
function wordsOf(rich: RichContent): string {
  const entries =
    rich.kind === 'quickReplies'
      ? rich.replies.map(({ text }) => text)
      : rich.cards.map(({ title }) => title);
  return [rich.text, ...entries].filter((words) => words !== '').join('\n');
}
