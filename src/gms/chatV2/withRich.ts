import type { Batch } from '../../session/ports.ts';
import { hasRich } from './hasRich.ts';

/**
 * Adds the structured content that came with the rows of an answer to its events. What reads it is fetched for the
 * first row that has some; when it does not come, the words of the message are all there is.
 */
export async function withRich(batch: Batch, rows: readonly unknown[] = []): Promise<Batch> {
  if (!rows.some(hasRich)) return batch;
  return import('./addRich.ts').then(
    ({ addRich }) => addRich(batch, rows),
    () => batch,
  );
}
