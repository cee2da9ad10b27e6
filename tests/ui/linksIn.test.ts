import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, isFoldable } from '../../src/ui/transcript/folded.ts';
import { linksIn } from '../../src/ui/transcript/linksIn.ts';
import { mayHoldLink } from '../../src/ui/transcript/mayHoldLink.ts';
import { webAddress } from '../../src/ui/transcript/webAddress.ts';

const links = (text: string) => linksIn(text).filter((piece) => piece.href !== null);

describe('links in a text', () => {
  test.each([
    ['see https://a.example/x.', 'https://a.example/x'],
    ['see http://a.example', 'http://a.example/'],
    ['see (shop.example.com/y)', 'https://shop.example.com/y'],
    ['write to a.b@shop.com', 'mailto:a.b@shop.com'],
    ['call tel:+47-800-12345 now', 'tel:+47-800-12345'],
  ])('%s → %s', (text, href) => {
    expect(links(text).map((piece) => piece.href)).toEqual([href]);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt://a.example/%0aalert(1)',
    'data:text/html,<b>',
    'ftp://a.example/x',
    '//a.example/x',
    'vbscript:x',
    'file:///etc/passwd',
    '1.2.3 and 17.30',
  ])('%s is none', (text) => {
    expect(links(text)).toEqual([]);
  });

  test('show what a host is really called when it is written in look-alike letters', () => {
    expect(links('https://аpple.com/ok')).toMatchObject([{ host: 'xn--pple-43d.com' }]);
    expect(links('https://аpple.com/xn--pple-43d.com')).toMatchObject([{ host: 'xn--pple-43d.com' }]);
    expect(links('https://apple.com/ok')).toMatchObject([{ host: null }]);
    expect(links('HTTPS://Apple.com:8443?a')).toMatchObject([{ host: null }]);
  });

  test('are none with marks that turn the direction of what is read', () => {
    expect(links('https://a.example/\u202egpj.exe')).toEqual([]);
  });

  test('never lose or add a character, and never have another scheme', () => {
    const word = fc.constantFrom(
      'https://',
      'a.example',
      '/x',
      'javascript:',
      '@',
      ' ',
      '.',
      'tel:+47 1',
      '//',
      '\u202e',
      'ü.de',
      '<b>',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme' })), { maxLength: 20 }), (words) => {
        const text = words.join('');
        const pieces = linksIn(text);
        if (!mayHoldLink(text)) expect(pieces.every((piece) => piece.href === null)).toBe(true);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const { href } of pieces) if (href !== null) expect(href).toMatch(/^(https?:\/\/|mailto:|tel:)/);
      }),
    );
  });

  test('are found in a long text without stopping the page', () => {
    const started = performance.now();
    linksIn(`${'a.'.repeat(20_000)} ${'http://'.repeat(5_000)} ${'@'.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('an address that was pushed', () => {
  test('is one of the web, or only text', () => {
    expect(webAddress('https://a.example/x')?.host).toBe('a.example');
    expect(webAddress('https://bank.example@evil.test')?.host).toBe('evil.test');
    for (const address of ['javascript:alert(1)', 'data:,x', '/local', 'mailto:a@b.test', ''])
      expect(webAddress(address)).toBeNull();
  });
});

describe('a long text', () => {
  test('is folded between characters and between words', () => {
    expect(isFoldable('x'.repeat(2000))).toBe(false);
    expect(isFoldable('x'.repeat(2001))).toBe(true);
    expect(folded('word '.repeat(500))).toMatch(/word…$/);
    expect(folded('😀'.repeat(1500))).toMatch(/^(😀)+…$/u);
  });
});
