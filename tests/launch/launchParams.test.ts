import { describe, expect, test } from 'vitest';
import { readLaunchParams, withoutIds } from '../../src/launch/launchParams.ts';

describe('the address', () => {
  test('gives scenario, ids, language and whether an invitation came first', () => {
    expect(
      readLaunchParams('?gmsScenario=CHAT-NOW&visitID=v-1&pageID=p.2&lang=de-AT&proactive=false'),
    ).toEqual({
      scenario: 'CHAT-NOW',
      visitId: 'v-1',
      pageId: 'p.2',
      lang: 'de-AT',
      isProactive: false,
      dropped: [],
    });
  });

  test('may give nothing at all', () => {
    const nothing = {
      scenario: null,
      visitId: null,
      pageId: null,
      lang: null,
      isProactive: null,
      dropped: [],
    };
    expect(readLaunchParams('')).toEqual(nothing);
    expect(readLaunchParams('?visitId=a&PAGEID=b&serverUrl=https://evil.test&service_name=x')).toEqual(
      nothing,
    );
  });

  test.for([
    ['is decoded once', '?visitID=a%3Ab', 'a:b'],
    ['is not decoded twice', '?visitID=a%253Ab', null],
    ['is the first of several', '?visitID=one&visitID=two', 'one'],
    ['may not hold a space', '?visitID=a+b', null],
    ['may not be empty', '?visitID=', null],
    ['may not be longer than 128', `?visitID=${'a'.repeat(129)}`, null],
    ['may be 128 long', `?visitID=${'a'.repeat(128)}`, 'a'.repeat(128)],
    ['may not hold markup', '?visitID=<script>', null],
    ['may not break out of a form', '?visitID=a%26userData%5Bx%5D%3D1', null],
    ['may not hold a line break', '?visitID=a%0d%0ab', null],
    ['survives a broken escape', '?visitID=%E0%A4%A', null],
  ] as const)('an id %s', ([, search, expected]) => {
    expect(readLaunchParams(search).visitId).toBe(expected);
  });

  test('tells what it dropped by name and length, never by value (F10)', () => {
    expect(readLaunchParams('?pageID=<b>&proactive=maybe').dropped).toEqual([
      { parameter: 'proactive', length: 5 },
      { parameter: 'pageID', length: 3 },
    ]);
  });

  test('loses the ids and nothing else once they are kept', () => {
    expect(
      withoutIds('https://x.test/a/index.html?gmsScenario=CHAT-NOW&visitID=1&pageID=2&lang=de#top'),
    ).toBe('https://x.test/a/index.html?gmsScenario=CHAT-NOW&lang=de#top');
  });
});
