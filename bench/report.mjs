import { LIMITS } from '../scripts/size/limits.mjs';

/** @typedef {import('./measureStart.mjs').Start & import('./measureChat.mjs').Chat} Speed */
/** @typedef {{ firstLoad: import('./measureFirstLoad.mjs').FirstLoad, console: Speed, vanilla: Speed }} Results */

/**
 * Rows of the speed table: what it is, its unit, and the goal of perf.md as a ratio to vanilla or as it is.
 * @type {readonly { key: keyof Speed, name: string, unit: string, ratio?: number, most?: number }[]}
 */
const SPEEDS = [
  { key: 'usable', name: 'composer usable', unit: 'ms', ratio: 1.2 },
  { key: 'usableSlowed', name: 'composer usable, CPU ÷ 4', unit: 'ms', ratio: 1.2 },
  { key: 'tripsToComposer', name: 'round trips to the composer', unit: '', most: 2 },
  { key: 'tripsToSend', name: 'round trips to the first send', unit: '', most: 4 },
  { key: 'delivery', name: 'answer → painted message', unit: 'ms', ratio: 1.3 },
  { key: 'thousand', name: '1,000 messages in one answer', unit: 'ms', ratio: 1.3 },
  { key: 'tenThousand', name: '10,000 messages in one answer', unit: 'ms', ratio: 0.7 },
  { key: 'oneMore', name: 'one more at 10,000', unit: 'ms', ratio: 1.2 },
  { key: 'oneMoreCpu', name: 'one more at 10,000, main thread', unit: 'ms' },
  { key: 'keystroke', name: 'keystroke at 10,000', unit: 'ms', ratio: 1.2 },
  { key: 'heapMb', name: 'heap at 10,000', unit: 'MB', most: 8 },
];

/** @param {Results} results */
export function formatReport({ firstLoad, console, vanilla }) {
  const { all, boot, spoken, later } = firstLoad;
  return [
    'What is fetched',
    table([
      ['', 'raw kB', 'gzip kB', 'requests', 'limit'],
      [
        'until a person can write',
        kb(all.raw),
        kb(all.gzip),
        `${all.files}`,
        `${LIMITS.firstLoadKb} kB, ${LIMITS.requests}`,
      ],
      [
        'of it the start',
        kb(boot.raw),
        kb(boot.gzip),
        `${boot.files}`,
        `${LIMITS.bootKb} kB, aim ${LIMITS.bootGoalKb}`,
      ],
      ['until an agent has spoken', kb(spoken.raw), kb(spoken.gzip), `${spoken.files}`, ''],
    ]),
    ...later.map((file) => `not needed for writing: ${file}`),
    '',
    'Speed, beside a page without libraries in the same run (medians)',
    table([
      ['', 'console', 'vanilla', 'ratio', 'goal', ''],
      ...SPEEDS.map(({ key, name, unit, ratio, most }) => {
        const quotient = console[key] / vanilla[key];
        const isMissed =
          (ratio !== undefined && quotient > ratio) || (most !== undefined && console[key] > most);
        const goal = ratio === undefined ? (most === undefined ? '' : `≤ ${most} ${unit}`) : `≤ ${ratio} ×`;
        return [
          name,
          show(console[key], unit),
          show(vanilla[key], unit),
          `${quotient.toFixed(2)} ×`,
          goal,
          isMissed ? 'missed' : '',
        ];
      }),
    ]),
  ].join('\n');
}

/**
 * What is steady enough to fail on: bytes and requests.
 * @param {Results} results
 */
export function isOverLimit({ firstLoad: { all, boot } }) {
  const isTooMuch = all.gzip > LIMITS.firstLoadKb * 1000 || boot.gzip > LIMITS.bootKb * 1000;
  return isTooMuch || all.files > LIMITS.requests;
}

/** @param {string[][]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * @param {string} cell
 * @param {number} width
 * @param {number} column
 */
function pad(cell, width, column) {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/**
 * @param {number} value
 * @param {string} unit
 */
function show(value, unit) {
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`.trim();
}

/** @param {number} bytes */
function kb(bytes) {
  return (bytes / 1000).toFixed(1);
}
