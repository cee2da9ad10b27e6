import type { Batch } from '../../session/ports.ts';
import { richRows } from './richRows.ts';

/**
 * Adds the structured content that came with the rows of an answer to its events. What reads it is fetched for the
 * first row that has some; when it does not come, the words of the message are all there is.
 */
export async function withRich(batch: Batch, rows: readonly unknown[] = []): Promise<Batch> {
  const structured = richRows(rows);
  if (structured.length === 0) return batch;
  return import('./addRich.ts').then(
    ({ addRich }) => addRich(batch, structured),
    () => batch,
  );
}
