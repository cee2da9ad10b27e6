import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline } from '../../src/ui/markdown/readMarkdown.ts';
import { readMarkdown } from '../../src/ui/markdown/readMarkdown.ts';

/** As marks that no sign of Markdown has: a way to see what was read. */
function marked(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      switch (piece.type) {
        case 'text':
          return piece.text;
        case 'code':
          return `{c ${piece.text}}`;
        case 'link':
          return `{a ${piece.text} ${piece.url}}`;
        default:
          return `{${piece.type[0]} ${marked(piece.pieces)}}`;
      }
    })
    .join('');
}

function read(text: string): string {
  return readMarkdown(text)
    .map((block) =>
      block.type === 'lines'
        ? block.lines.map(marked).join('\n')
        : `${block.start ?? 'list'}: ${block.items.map(marked).join(' | ')}`,
    )
    .join('\n');
}

describe('signs of Markdown', () => {
  test.each([
    ['a **bold** word', 'a {b bold} word'],
    ['a __bold__ word', 'a {b bold} word'],
    ['*slanted* and _slanted_', '{i slanted} and {i slanted}'],
    ['**_both_**', '{b {i both}}'],
    ['`**as it is**`', '{c **as it is**}'],
    ['[prices](https://a.test/p)', '{a prices https://a.test/p}'],
    ['- one\n- **two**\n* three', 'list: one | {b two} | three'],
    ['3. one\n4) two', '3: one | two'],
    ['Before\n- one\nAfter', 'Before\nlist: one\nAfter'],
    ['one\n\ntwo', 'one\n\ntwo'],
  ])('%j is read as %j', (text, shown) => {
    expect(read(text)).toBe(shown);
  });

  test.each([
    '2 * 3 * 4 = 24',
    'snake_case_name and __init',
    'a * b',
    '**not closed',
    '-5 degrees',
    '1.5 GB',
    '# no heading',
    '> no quote',
    '![no picture](https://a.test/x.png',
    '<b>no markup</b>',
    '[no link](two words)',
    '****',
  ])('%j is what it is', (text) => {
    expect(read(text)).toBe(text);
  });

  test('are never lost with the text around them', () => {
    const sign = fc.constantFrom('*', '**', '_', '__', '`', '[', '](', ')', 'a', ' ', 'é', '👍', '<', '\\');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (words) => {
        const letters = (text: string) => text.replaceAll(/[^aé👍<\\]/gu, '');
        expect(letters(read(words.join('')).replaceAll(/\{[abci] /g, ''))).toBe(letters(words.join('')));
      }),
    );
  });

  test.each(['*', '**', '_', '__', '`', '[', '[a](', '- ', '**a', '[[', '_a ', '1. ', '((', '*_'])(
    'repeated without end (%j) take no longer than others',
    (sign) => {
      // a reader that goes back would not come to an end here within the time of a test
      const text = sign.repeat(100_000);
      expect(readMarkdown(text).length).toBeGreaterThan(0);
    },
  );
});
