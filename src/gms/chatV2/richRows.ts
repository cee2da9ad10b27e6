import { parseJson, valueAt } from '../jsonObject.ts';

/** A row of `messages` that has structured content: where that may stand, as it came but for JSON text, which is read. */
export type RichRow = Readonly<{
  index: unknown;
  /** the words of the message */
  text: unknown;
  /** the current place before the older one */
  places: readonly unknown[];
}>;

/** The rows that have structured content. Notices may carry some for programs: only what is said counts. */
export function richRows(rows: readonly unknown[] = []): readonly RichRow[] {
  return rows.flatMap((row) => {
    const isSaid = /^(?:message|structured)$/i.test(String(valueAt(row, 'type')));
    const content = valueAt(row, 'eventAttributes', 'structured-content', 'genesys-chat', 'content');
    if (!isSaid || (content === undefined && valueAt(row, 'contentType') === undefined)) return [];
    const places = [typeof content === 'string' ? parseJson(content) : content, row];
    return [{ index: valueAt(row, 'index'), text: valueAt(row, 'text'), places }];
  });
}
