import { expect, test } from 'vitest';
import { isPathId, ownAddress } from '../../src/gms/ownAddress.ts';

test.each([
  ['https://gms.example.test/genesys/1/service/361-9a2d/ixn/chat', '/1/service/361-9a2d/ixn/chat'],
  ['http://inside:8080/genesys/1/service/361-9a2d/connect', '/1/service/361-9a2d/connect'],
  ['/genesys/1/service/361-9a2d/ixn/chat', '/1/service/361-9a2d/ixn/chat'],
  ['/1/service/361-9a2d/connect', '/1/service/361-9a2d/connect'],
  ['/x/gms/genesys/1/service/361-9a2d/connect?step=2&a=%2F', '/1/service/361-9a2d/connect?step=2&a=%2F'],
  ['/genesys/1/service/361-9a2d/ixn/chat/', '/1/service/361-9a2d/ixn/chat'],
  ['/genesys/1/service/361-9a2d/connect#top', '/1/service/361-9a2d/connect'],
  ['https://evil.example/genesys/1/service/361-9a2d/connect', '/1/service/361-9a2d/connect'],
  ['https://user:pass@evil.example/genesys/1/service/a/connect', '/1/service/a/connect'],
])('%s is ours: %s', (address, path) => {
  expect(ownAddress(address)).toBe(path);
});

test.each([
  '',
  'javascript:alert(1)',
  'data:text/html,/1/service/a',
  'ftp://gms.example.test/genesys/1/service/a',
  '//evil.example/genesys/1/service/a',
  'https://gms.example.test',
  'https://gms.example.test//1/service/a',
  '1/service/a',
  '/genesys/1/admin/callback/cancel',
  '/genesys/2/chat/web-support',
  '/genesys/cometd',
  '/genesys/1/service',
  '/genesys/1/service/',
  '/genesys/1/service//a',
  '/genesys/1/service/a/../../admin/callback/cancel',
  '/genesys/1/service/../admin/callback/cancel',
  '/genesys/../1/service/a',
  '/genesys/1/service/./a',
  '/genesys/1/service/%2e%2e/admin',
  '/genesys/1/service/a%2fb',
  '/genesys/1/service/a%5cb',
  '/genesys/1/service/a%00',
  '/genesys/1/service/a\\..\\..\\admin',
  '\\genesys\\1\\service\\a',
  'https:\\\\gms.example.test/genesys/1/service/a',
  'https://gms.example.test\\@evil/1/service/a',
  ' /genesys/1/service/a',
  '/genesys/1/service/a b',
  '/genesys/1/service/a\n',
  '/genesys/1/service/a;jsessionid=1',
  '/genesys/1/service/é',
  '/genesys/1/service/a?b=\u2028',
  `/genesys/1/service/${'a'.repeat(129)}`,
  '/genesys?/1/service/a',
  '/genesys#/1/service/a',
])('%j is not ours', (address) => {
  expect(ownAddress(address)).toBeNull();
});

test('a segment is plain, and climbs nowhere', () => {
  expect(['361-9a2d', 'a', '..a', 'a.b_c-1'].every(isPathId)).toBe(true);
  expect(['', '.', '..', 'a/b', 'a%2Fb', 'a?b', 'a#b', 'ä', 'a'.repeat(129)].some(isPathId)).toBe(false);
});
