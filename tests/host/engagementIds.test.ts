import { describe, expect, test } from 'vitest';
import { readIds } from '../../src/host/launcher/engagementIds.ts';

const visitID = '7C1E09B4D2F84A6690A3E5571BD80C2F';

describe('ids of a tracker', () => {
  test('are taken by name, without whatever else it knows', () => {
    expect(readIds({ visitID, pageID: 'a.b_c:d~e-f', globalVisitID: 'x', email: 'x@y' })).toEqual({
      visitID,
      pageID: 'a.b_c:d~e-f',
    });
  });

  test.each([
    ['too long', 'x'.repeat(129)],
    ['empty', ''],
    ['markup', '<b>'],
    ['a second parameter', 'a&gmsScenario=X'],
    ['a line', 'a\nb'],
    ['a number', 7],
    ['an object', { toString: () => 'a' }],
    ['a list', ['a']],
  ])('%s is none', (_, bad) => {
    expect(readIds({ visitID: bad, pageID: 'p' })).toEqual({ pageID: 'p' });
  });

  test.each([[null], [undefined], ['text'], [[]]])('%j holds none', (value) => {
    expect(readIds(value)).toEqual({});
  });
});
