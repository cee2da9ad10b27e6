import type { Batch } from '../../session/ports.ts';
import { valueAt } from '../jsonObject.ts';

/**
 * Adds the structured content that came with the rows of an answer to its events. What reads it is fetched for the
 * first row that has some; when it does not come, the words of the message are all there is.
 */
export async function withRich(batch: Batch, rows: readonly unknown[] = []): Promise<Batch> {
  const structured = rows.filter(hasRich);
  if (structured.length === 0) return batch;
  return import('./addRich.ts').then(
    ({ addRich }) => ({ ...batch, events: addRich(batch.events, structured) }),
    () => batch,
  );
}

/** Notices may carry content for programs: only what is said can be rich. Source: protocol/gms-chat.md §5.4. */
function hasRich(row: unknown): boolean {
  const isSaid = /^(?:message|structured)$/i.test(String(valueAt(row, 'type')));
  const places = [valueAt(row, 'contentType'), valueAt(row, 'eventAttributes', 'structured-content')];
  return isSaid && places.some((place) => place !== undefined);
}
