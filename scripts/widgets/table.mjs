/** @typedef {import('./draft.mjs').Row} Row */

/** What has to be done by hand stands last, where people look. */
const ORDER = ['taken over', 'translated', 'not needed', 'not possible'];

/**
 * A table for a terminal, and for a ticket: Markdown.
 * @param {readonly Row[]} rows
 */
export function table(rows) {
  const sorted = rows.toSorted((one, other) => ORDER.indexOf(one.fate) - ORDER.indexOf(other.fate));
  const cells = [
    ['Option', 'What became of it', ''],
    ['---', '---', '---'],
    ...sorted.map(({ option, fate, note }) => [option, fate, note.replaceAll('|', '\\|')]),
  ];
  const widths = [0, 1, 2].map((place) => Math.max(...cells.map((row) => (row[place] ?? '').length)));
  return cells
    .map((row) => `| ${row.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join(' | ')} |`)
    .join('\n');
}
