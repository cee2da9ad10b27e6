import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Rows of features.md §1.3–1.5, and what is said of privacy. */
const FEATURES = [...Array.from({ length: 22 }, (_, place) => String(18 + place)), '89'];

/** Source: features.md §4.1. */
const OPTIONS = [
  'apikey dataURL endpoint enableCustomHeader transport userData emojis form uploadsEnabled markdown',
  'cometD.enabled cometD.cometURL cometD.channel cometD.apiURL cometD.websocketEnabled cometD.logLevel',
  'confirmFormCloseEnabled timeFormat actionsMenu maxMessageLength charCountEnabled autoInvite proactive',
  'inviteOnRestoreTimeout chatButton async minimizeOnMobileRestore ariaIdleAlertIntervals',
  'ariaCharRemainingIntervals ajaxTimeout xhrFields pollExceptionLimit restoreTimeout',
].flatMap((line) => line.split(' '));

/** A row of a table that says what there is here, and which tests show it. */
type Row = Readonly<{ what: string; here: string; shownBy: string }>;

const rows: readonly Row[] = readFileSync('docs/features.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:---|#|Option|Feature)/.test(line))
  .map((line) => {
    const cells = line.split(' | ').map((cell) => cell.replaceAll(/^\||\|$/g, '').trim());
    return { what: cells.slice(0, -2).join(' '), here: cells.at(-2) ?? '', shownBy: cells.at(-1) ?? '' };
  });

/** The files that a row names, each with the beginnings of names of tests in it. */
function testsOf({ shownBy }: Row): readonly Readonly<{ file: string; name: string }>[] {
  return Array.from(shownBy.matchAll(/`(tests\/[^`]+)`(?: "([^"]+)")?/g), ([, file = '', name = '']) => ({
    file,
    name: name.replace(/…$/, ''),
  }));
}

describe('the list of features', () => {
  test('answers every feature of a conversation, of typing, of files and rich messages', () => {
    const numbers = rows.flatMap(({ what }) => /^(\d+) /.exec(what)?.[1] ?? []);
    expect(numbers).toEqual(FEATURES);
  });

  test('answers every option of Genesys Widgets once', () => {
    const named = rows.flatMap(({ what }) =>
      Array.from(what.matchAll(/`([^`]+)`/g), ([, name = '']) => name),
    );
    expect(named.toSorted()).toEqual(OPTIONS.toSorted());
  });

  test.for(rows)('$what works and is tested where it says, or has a reason', (row) => {
    const tests = testsOf(row);
    if (tests.length === 0) expect(row.here).toMatch(/^not meant to: \S.{40}/);
    else expect(row.here).toMatch(/^works\b/);
    for (const { file, name } of tests) {
      expect(existsSync(file), file).toBe(true);
      // as the beginning of a text: a name, not words in passing
      const text = readFileSync(file, 'utf8');
      expect(
        ["'", '"', '`'].some((quote) => text.includes(quote + name)),
        `${file}: ${name}`,
      ).toBe(true);
    }
  });
});
