import { describe, expect, test } from 'vitest';
import { configAdvice } from '../../src/launch/configAdvice.ts';
import { configProblems } from '../../src/launch/configProblems.ts';
import { readConfig } from '../../src/launch/consoleConfig.ts';

function problemsOf(config: unknown): readonly string[] {
  return problemsIn(JSON.stringify(config));
}

function problemsIn(text: string): readonly string[] {
  const reading = readConfig(text);
  return reading.isValid ? [] : configProblems(reading);
}

describe('config.json', () => {
  test('takes a way of estimating the wait that its version knows', () => {
    expect(problemsOf({ waitingTime: { queue: 'Sales', apiVersion: 'v2', mode: 'ewt1' } })).toEqual([]);
    expect(problemsOf({ waitingTime: { queue: 'Sales', mode: 'ewt1' } })).toEqual([
      expect.stringMatching(/^waitingTime: .*"ewt1" to "ewt3" with v2/),
    ]);
  });

  test('that is missing, or empty, means all defaults', () => {
    const defaults = {
      gmsUrl: '/genesys',
      serviceName: 'samples_new',
      requestTimeout: 10_000,
      chat: {
        api: 'v1',
        transport: 'polling',
        pollIntervalMin: 500,
        pollIntervalMax: 3_000,
        typingPreview: false,
        maxMessageLength: 4_000,
      },
      defaultScenario: 'CHAT-NOW',
      askFor: { CHAT: [], VOICE: ['contactNumber'] },
      customer: {},
      userData: {},
      hostOrigins: [],
      locale: 'auto',
      brand: { colorScheme: 'auto' },
      features: {
        files: true,
        emoji: true,
        transcript: true,
        sound: true,
        newChat: true,
        callInstead: true,
        shareText: false,
      },
    };
    for (const text of [null, '{}', '\uFEFF{}']) {
      expect(readConfig(text)).toMatchObject({ isValid: true, config: defaults });
    }
  });

  test.for([
    [
      'gmsUrl',
      { gmsUrl: 'genesys' },
      'gmsUrl: found a text of 7 characters, allowed: a path that begins with "/", or an http(s) address, without a user, "?" or "#"',
    ],
    [
      'gmsUrl',
      { gmsUrl: '//evil.test' },
      'gmsUrl: found a text of 11 characters, allowed: a path that begins with "/", or an http(s) address, without a user, "?" or "#"',
    ],
    [
      'serviceName',
      { serviceName: '../x' },
      'serviceName: found a text of 4 characters, allowed: letters, digits, dot, dash, underscore',
    ],
    [
      'requestTimeout',
      { requestTimeout: 5 },
      'requestTimeout: found 5, allowed: a whole number from 100 to 60000',
    ],
    [
      'requestTimeout',
      { requestTimeout: '10000' },
      'requestTimeout: found a text of 5 characters, allowed: a whole number from 100 to 60000',
    ],
    ['chat.api', { chat: { api: 'v3' } }, 'chat.api: found a text of 2 characters, allowed: ("v1" | "v2")'],
    ['chat', { chat: [] }, 'chat: found a list of 0, allowed: an object'],
    [
      'features',
      { features: { sound: 'yes' } },
      'features.sound: found a text of 3 characters, allowed: true or false',
    ],
    [
      'brand',
      { brand: { accent: 'blue' } },
      'brand.accent: found a text of 4 characters, allowed: a colour such as "#0f62d6"',
    ],
    [
      'intervals',
      { chat: { pollIntervalMin: 900, pollIntervalMax: 600 } },
      'chat: found an object, allowed: pollIntervalMin at most pollIntervalMax',
    ],
    [
      'privacyUrl',
      { privacyUrl: 'javascript:alert(1)' },
      'privacyUrl: found a text of 19 characters, allowed: a path that begins with "/", or an http(s) address',
    ],
    ['everything', [], 'config.json: found a list of 0, allowed: an object'],
    ['null', null, 'config.json: found null, allowed: an object'],
  ] as const)('with a bad %s names the key, what was found and what is allowed', ([, config, problem]) => {
    expect(problemsOf(config)).toEqual([problem]);
  });

  // each would reach another host, fail in every fetch, or lose what stands behind it without a word
  test.for([
    '/\\evil.test/x',
    'https://\\evil.test',
    'https://user:word@gms.test/genesys',
    'https://gms.test?x',
    '/genesys?x=1',
    '/genesys#x',
    'https://gms.test:99999/genesys',
    'https://[/genesys',
    '/gen esys',
    '',
  ])('refuses the base %j', (gmsUrl) => {
    expect(problemsOf({ gmsUrl })).toHaveLength(1);
    expect(problemsOf({ chat: { cometdUrl: gmsUrl } })).toHaveLength(1);
  });

  test.for([
    '/',
    '/genesys/',
    '/x/gms',
    'https://gms.test',
    'https://gms.test:8443/genesys/',
    'http://[::1]:8080/genesys',
  ])('takes the base %j', (gmsUrl) => {
    expect(problemsOf({ gmsUrl, chat: { cometdUrl: gmsUrl } })).toEqual([]);
  });

  test('takes any address of a picture for the logo, and nothing that is run', () => {
    for (const logoUrl of [
      'logo.svg',
      './a/b.png?v=1',
      '/l.svg',
      '//cdn.test/l.svg',
      'https://a.test/l',
      'data:image/png;base64,AA',
    ])
      expect(problemsOf({ brand: { logoUrl } })).toEqual([]);
    for (const logoUrl of ['', 'javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'blob:x'])
      expect(problemsOf({ brand: { logoUrl } })).toHaveLength(1);
  });

  test('that is not JSON says so, and where, without a word of it', () => {
    const problem = (text: string) => problemsIn(text).join();
    expect(problem('<!doctype html>')).toContain('config.json: is a web page');
    expect(problem('{ "apiKey": s3cret }')).toMatch(/^config\.json: is not JSON.* \(20 characters\)$/);
    expect(problem('{ "apiKey": s3cret }')).not.toContain('s3cret');
    expect(problem('{\n  "gmsUrl": "/genesys",\n}')).toMatch(/is not JSON(?:, see line 3 column 1)? \(/);
  });

  test('never repeats a value that may be a secret', () => {
    expect(
      problemsOf({ apiKey: 42, gmsUser: ['s3cret'], userData: { token: { s3cret: 1 } } }).join(),
    ).not.toContain('s3cret');
  });

  test('is valid with keys nobody knows, and names the nearest that is known', () => {
    const reading = readConfig('{"gmsURl":"/x","chat":{"pollIntervallMax":1},"zzz":1,"__proto__":{"a":1}}');
    expect(reading.isValid && configAdvice(reading.json)).toEqual([
      'gmsURl: unknown key, did you mean "gmsUrl"?',
      'chat.pollIntervallMax: unknown key, did you mean "chat.pollIntervalMax"?',
      'zzz: unknown key',
      '__proto__: unknown key',
    ]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('that allows other scenarios than the one it begins with is valid, and says so', () => {
    const advice =
      'defaultScenario: is not one of allowedScenarios, and starts wherever the address names none of them';
    expect(configAdvice({ allowedScenarios: ['CUSTOM'] })).toEqual([advice]);
    expect(configAdvice({ defaultScenario: 'CUSTOM', allowedScenarios: ['CUSTOM'] })).toEqual([]);
    expect(configAdvice({ defaultScenario: 'CUSTOM' })).toEqual([]);
  });
});
