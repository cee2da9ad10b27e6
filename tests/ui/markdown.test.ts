import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayHoldMarkdown } from '../../src/ui/markdown/mayHoldMarkdown.ts';
import type { Block, Inline } from '../../src/ui/markdown/readMarkdown.ts';
import { readMarkdown } from '../../src/ui/markdown/readMarkdown.ts';

/** As marks that no sign of Markdown has: a way to see what was read. */
function marked(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      switch (piece.type) {
        case 'text':
          return piece.text;
        case 'break':
          return '\n';
        case 'code':
          return `{c ${piece.text}}`;
        case 'link':
          return `{a ${piece.text} ${piece.url}}`;
        case 'picture':
          return `{p ${piece.alt} ${piece.url}}`;
        default:
          return `{${piece.type[0]} ${marked(piece.pieces)}}`;
      }
    })
    .join('');
}

function shown(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.type) {
        case 'paragraph':
          return marked(block.pieces);
        case 'codeBlock':
          return `{C ${block.text}}`;
        case 'quote':
          return `{q ${shown(block.blocks)}}`;
        default:
          return `${block.start ?? 'list'}: ${block.items.map(shown).join(' | ')}`;
      }
    })
    .join(' ¶ ');
}

const read = (text: string) => shown(readMarkdown(text));

describe('signs of Markdown', () => {
  test.each([
    ['a **bold** word', 'a {b bold} word'],
    ['a __bold__ word', 'a {b bold} word'],
    ['*slanted* and _slanted_', '{i slanted} and {i slanted}'],
    ['~~gone~~ for good', '{s gone} for good'],
    ['**_both_**', '{b {i both}}'],
    ['`**as it is**`', '{c **as it is**}'],
    ['```js\n*a*\n  b\n```', '{C *a*\n  b}'],
    ['[prices](https://a.test/p)', '{a prices https://a.test/p}'],
    ['[**our** `prices`](https://a.test/p)', '{a our prices https://a.test/p}'],
    ['[mail us](mailto:a@b.test)', '{a mail us mailto:a@b.test}'],
    ['![a fjord](https://a.test/f.png)', '{p a fjord https://a.test/f.png}'],
    ['[![a fjord](https://a.test/f.png)](https://a.test/)', '{a a fjord https://a.test/}'],
    ['- one\n- **two**\n* three', 'list: one | {b two} ¶ list: three'],
    ['- one\n  - of it\n- two', 'list: one ¶ list: of it | two'],
    ['3. one\n4. two', '3: one | two'],
    ['Before\n- one\n\nAfter', 'Before ¶ list: one ¶ After'],
    ['> said\n> **so**\n\nyes', '{q said\n{b so}} ¶ yes'],
    ['# Title\n## Less', '{b Title} ¶ {b Less}'],
    ['one\ntwo', 'one\ntwo'],
    ['one\n\ntwo', 'one ¶ two'],
    ['\\*as it is\\*', '*as it is*'],
  ])('%j is read as %j', (text, seen) => {
    expect(mayHoldMarkdown(text) || !/[{:]/.test(seen)).toBe(true);
    expect(read(text)).toBe(seen);
  });

  test.each([
    '2 * 3 * 4 = 24',
    'snake_case_name and __init',
    'a * b',
    '**not closed',
    '-5 degrees',
    '1.5 GB',
    '#1 of them',
    '![no picture](https://a.test/x.png',
    '<b>no markup</b>',
    '<!-- no comment -->',
    '&lt;no entity&gt;',
    '[no link](two words)',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
    '[x](https://bank.test@evil.test)',
    '[x](/local)',
    '[a]: https://a.test "no definition"',
    'see https://a.test/__init__/*x* and <https://a.test/_x_>',
    '| no | table |',
    '***',
    '****',
  ])('%j is what it is', (text) => {
    expect(read(text)).toBe(text);
  });

  test.each(['Hello, see you at 5.', 'Line\nof text: a - b > c', 'costs 20 #'])('%j has none', (text) => {
    expect(mayHoldMarkdown(text)).toBe(false);
    expect(read(text)).toBe(text);
  });

  test('are never lost with the text around them', () => {
    const sign = fc.constantFrom(
      '*',
      '**',
      '_',
      '__',
      '~~',
      '`',
      '[',
      '](',
      ')',
      '\n',
      '> ',
      '- ',
      '1. ',
      'a',
      ' ',
    );
    const letter = fc.constantFrom('é', '👍', '<', '&');
    fc.assert(
      fc.property(fc.array(fc.oneof(sign, letter), { maxLength: 40 }), (words) => {
        const letters = (text: string) => text.replaceAll(/[^é👍<&]/gu, '');
        expect(letters(read(words.join('')))).toBe(letters(words.join('')));
      }),
    );
  });

  test.each(['> ', '- ', '1. ', '> - ', '> 1. '])('nested too deep (%j) are what they are', (sign) => {
    const text = `${sign.repeat(50)}words`;
    expect(readMarkdown(text)).toEqual([{ type: 'paragraph', pieces: [{ type: 'text', text }] }]);
  });

  const HOSTILE =
    '* ** _ __ ` ~~ [ [a]( **a [[ (( *_ *[(> > ![ ]( ![[]() [a](<b *a_ x_ \\ < & http:// https://a. ~a~~b'.split(
      ' ',
    );
  const SPACED = [
    '- ',
    '1. ',
    '> ',
    '_a ',
    '***a* ',
    '**x* ',
    '*a **b ',
    '`a ``b ',
    '\n>',
    '* a\n  ',
    '```\n',
    '[x](a "',
  ];
  test.each([...HOSTILE, ...SPACED])('repeated without end (%j) take no longer than others', (sign) => {
    // a reader that goes back would not come to an end here within the time of a test
    for (const length of [4_000, 100_000]) {
      const text = sign.repeat(length / sign.length);
      expect(readMarkdown(text).length).toBeGreaterThan(0);
    }
  });

  test.each(['**a *b ', '> '])(
    'opened and closed thousands of times (%j) nest no deeper than drawn',
    (sign) => {
      const closing = sign.includes('*') ? '* ** ' : '';
      const text = sign.repeat(10_000) + closing.repeat(10_000);
      expect(depth(readMarkdown(text))).toBeLessThan(15);
    },
  );
});

function depth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}
