import { describe, expect, test } from 'vitest';
import { readPageContext } from '../../src/platform/pageContext.ts';

function contextOf(userAgent: string, referrer = '') {
  const page = {
    navigator: { userAgent },
    location: new URL('https://chat.test/console/index.html?visitID=secret&gmsScenario=CHAT-NOW'),
    document: { title: 'Chat', referrer },
  };
  // only what is read of a window
  return readPageContext(page as unknown as Window, 'de');
}

describe('the page context', () => {
  test.for([
    [
      'Chrome 150',
      'Windows',
      false,
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
    ],
    [
      'Edge 150',
      'Windows',
      false,
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0',
    ],
    ['Firefox 153', 'Linux', false, 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0'],
    [
      'Safari 18',
      'iOS',
      true,
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    ],
    [
      'Chrome 150',
      'Android',
      true,
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36',
    ],
    ['unknown', 'unknown', false, 'curl/8'],
  ] as const)('knows %s on %s', ([browser, system, isMobile, userAgent]) => {
    expect(contextOf(userAgent)).toMatchObject({ browser, system, isMobile });
  });

  test('tells no address with its query, neither ours nor the one before', () => {
    expect(contextOf('', 'https://shop.test/cart?session=secret#secret')).toMatchObject({
      url: 'https://chat.test/console/index.html',
      referrer: 'https://shop.test/cart',
    });
  });
});
