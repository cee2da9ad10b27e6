import { describe, expect, test } from 'vitest';
import { configAdvice } from '../../src/launch/configAdvice.ts';
import { readConfig } from '../../src/launch/consoleConfig.ts';

function problemsOf(config: unknown): readonly string[] {
  const reading = readConfig(JSON.stringify(config));
  return reading.isValid ? [] : reading.problems;
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
      'gmsUrl: found a text of 7 characters, allowed: a path that begins with "/", or an http(s) address',
    ],
    [
      'gmsUrl',
      { gmsUrl: '//evil.test' },
      'gmsUrl: found a text of 11 characters, allowed: a path that begins with "/", or an http(s) address',
    ],
    [
      'serviceName',
      { serviceName: '../x' },
      'serviceName: found a text of 4 characters, allowed: letters, digits, dot, dash, underscore',
    ],
    [
      'requestTimeout',
      { requestTimeout: 5 },
      'requestTimeout: found 5, allowed: a whole number from 1000 to 60000',
    ],
    [
      'requestTimeout',
      { requestTimeout: '10000' },
      'requestTimeout: found a text of 5 characters, allowed: number',
    ],
    ['chat.api', { chat: { api: 'v3' } }, 'chat.api: found a text of 2 characters, allowed: ("v1" | "v2")'],
    ['chat', { chat: [] }, 'chat: found a list of 0, allowed: Object'],
    [
      'features',
      { features: { sound: 'yes' } },
      'features.sound: found a text of 3 characters, allowed: boolean',
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
    ['everything', [], 'config.json: found a list of 0, allowed: Object'],
    ['null', null, 'config.json: found null, allowed: Object'],
  ] as const)('with a bad %s names the key, what was found and what is allowed', ([, config, problem]) => {
    expect(problemsOf(config)).toEqual([problem]);
  });

  test('that is not JSON says so', () => {
    expect(readConfig('<!doctype html>')).toEqual({
      isValid: false,
      problems: ['config.json: is not JSON (15 characters)'],
    });
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
});
