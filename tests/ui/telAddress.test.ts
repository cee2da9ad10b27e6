import { expect, test } from 'vitest';
import { telAddress } from '../../src/ui/screens/telAddress.ts';

test.each([
  ['+47 800 12 345', 'tel:+4780012345'],
  ['(555) 017-7', 'tel:5550177'],
  ['+15550177;ext=12', 'tel:+15550177'],
  ['0177;phone-context=+1-555', 'tel:0177'],
  ['5550177,,4182#', 'tel:5550177,,4182#'],
  ['*100#', 'tel:*100#'],
])('%s is dialled as %s', (number, address) => {
  expect(telAddress(number)).toBe(address);
});
