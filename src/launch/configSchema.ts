import * as v from 'valibot';

/**
 * The schema of `config.json`. Every key is optional; its default stands here and nowhere else.
 * `docs/configuration.md` is checked against it. Source: contract.md §3.
 */

const matching = (pattern: RegExp, allowed: string) =>
  v.custom<string>((value) => typeof value === 'string' && pattern.test(value), allowed);
const upTo = (most: number) =>
  v.custom<string>(
    (value) => typeof value === 'string' && value.length <= most,
    `a text of at most ${most} characters`,
  );
const text = upTo(200);
/** What a header can hold; keys of gateways can be long. */
const headerText = matching(/^[\x20-\x7e]{1,2000}$/, 'at most 2000 letters, digits and signs of ASCII');
/** A name that becomes one segment of an address on the wire. */
const serviceName = matching(/^[A-Za-z0-9._-]{1,128}$/, 'letters, digits, dot, dash, underscore');
const address = matching(
  /^(?:\/(?!\/)|https?:\/\/[^/])/,
  'a path that begins with "/", or an http(s) address',
);
/** The base of other addresses: browsers read `\` as a slash, and a user, a query or a fragment has no place in it. */
const base = v.pipe(
  matching(
    /^(?:\/(?!\/)|https?:\/\/[^/?#@\\\s]+(?:\/|$))[^?#\\\s]*$/,
    'a path that begins with "/", or an http(s) address, without a user, "?" or "#"',
  ),
  v.check(isAddress, 'an address that can be read'),
);
/** Anything with a scheme that no picture has is a slip, or worse. */
const picture = matching(
  /^(?!\W*(?!https?:|data:image\/)[a-z][a-z\d+.-]*:)[^]{1,2000}$/i,
  'the address of a picture, of at most 2000 characters',
);
const origin = matching(
  /^https?:\/\/[^/?#]+$/,
  'an origin such as "https://shop.example.com", without a path',
);
const wholeNumber = (least: number, most: number) =>
  v.custom<number>(
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
    `a whole number from ${least} to ${most}`,
  );
const colour = matching(/^#(?:[\da-f]{3}|[\da-f]{6})$/i, 'a colour such as "#0f62d6"');
/** An object whose values are texts. */
const texts = (most: number) =>
  v.custom<Readonly<Record<string, string>>>(
    (value) =>
      isObject(value) &&
      Object.values(value).every((each) => typeof each === 'string' && each.length <= most),
    `an object of texts of at most ${most} characters`,
  );
/** Regular expressions, as they stand in JSON. */
const patterns = v.pipe(
  v.array(text),
  v.check((list) => list.every(isPattern), 'a list of regular expressions'),
);
const flag = (byDefault: boolean) => v.optional(v.boolean(), byDefault);

const SCENARIO_NAMES = [
  'CHAT-NOW',
  'CHAT-WAIT',
  'REQUEST-CHAT',
  'VOICE-NOW-USERORIG',
  'VOICE-WAIT-USERORIG',
  'VOICE-NOW-USERTERM',
  'VOICE-WAIT-USERTERM',
  'VOICE-SCHEDULED-USERTERM',
  'REQUEST-INTERACTION',
  'CUSTOM',
] as const;
const scenario = v.picklist(SCENARIO_NAMES);
const field = v.picklist(['firstName', 'lastName', 'nickname', 'email', 'contactNumber', 'subject']);

export const configSchema = v.object({
  gmsUrl: v.optional(base, '/genesys'),
  serviceName: v.optional(serviceName, 'samples_new'),
  gmsUser: v.exactOptional(headerText),
  apiKey: v.exactOptional(headerText),
  authorization: v.exactOptional(headerText),
  requestTimeout: v.optional(wholeNumber(100, 60_000), 10_000),
  chat: v.optional(
    v.pipe(
      v.object({
        api: v.optional(v.picklist(['v1', 'v2']), 'v1'),
        serviceName: v.exactOptional(serviceName),
        endpoint: v.exactOptional(text),
        transport: v.optional(v.picklist(['polling', 'cometd']), 'polling'),
        cometdUrl: v.exactOptional(base),
        pollIntervalMin: v.optional(wholeNumber(50, 20_000), 500),
        pollIntervalMax: v.optional(wholeNumber(50, 20_000), 3_000),
        typingPreview: flag(false),
        maxMessageLength: v.optional(wholeNumber(1, 100_000), 4_000),
        readReceipts: flag(false),
        hiddenNicknames: v.optional(v.array(text), []),
        prefilters: v.optional(patterns, []),
        sensitiveNumbers: v.optional(v.picklist(['off', 'warn', 'mask', 'block']), 'warn'),
        markdown: flag(false),
        imageOrigins: v.optional(v.array(origin), []),
        async: v.optional(v.object({ enabled: flag(false), hostKeepsSession: flag(false) }), {}),
      }),
      v.check(
        (chat) => chat.pollIntervalMin <= chat.pollIntervalMax,
        'pollIntervalMin at most pollIntervalMax',
      ),
    ),
    {},
  ),
  defaultScenario: v.optional(scenario, 'CHAT-NOW'),
  allowedScenarios: v.optional(
    v.pipe(
      v.array(scenario),
      v.check((names) => names.length > 0, 'at least one scenario'),
    ),
    [...SCENARIO_NAMES],
  ),
  customer: v.optional(
    v.object({
      firstName: v.exactOptional(text),
      lastName: v.exactOptional(text),
      nickname: v.exactOptional(text),
      email: v.exactOptional(text),
      contactNumber: v.exactOptional(text),
      subject: v.exactOptional(text),
      provideCode: v.exactOptional(v.boolean()),
    }),
    {},
  ),
  askFor: v.optional(
    v.object({
      CHAT: v.optional(v.array(field), []),
      VOICE: v.optional(v.array(field), ['contactNumber']),
    }),
    {},
  ),
  waitingTime: v.optional(
    v.pipe(
      v.object({
        queue: v.exactOptional(text),
        apiVersion: v.optional(v.picklist(['v1', 'v2']), 'v1'),
        mode: v.exactOptional(v.picklist(['urs', 'urs2', 'stat', 'ewt1', 'ewt2', 'ewt3'])),
      }),
      v.check(
        ({ apiVersion, mode }) => mode === undefined || mode.startsWith('ewt') === (apiVersion === 'v2'),
        'mode "urs", "urs2", "stat" with v1, "ewt1" to "ewt3" with v2',
      ),
    ),
    {},
  ),
  userData: v.optional(texts(4_000), {}),
  hostOrigins: v.optional(v.array(origin), []),
  locale: v.optional(
    matching(/^(?:auto|[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)$/, '"auto" or a language such as "de"'),
    'auto',
  ),
  timeFormat: v.exactOptional(v.picklist([12, 24])),
  texts: v.optional(texts(1_000), {}),
  brand: v.optional(
    v.object({
      title: v.exactOptional(text),
      accent: v.exactOptional(colour),
      logoUrl: v.exactOptional(picture),
      colorScheme: v.optional(v.picklist(['auto', 'light', 'dark']), 'auto'),
    }),
    {},
  ),
  features: v.optional(
    v.object({
      files: flag(true),
      emoji: flag(true),
      transcript: flag(true),
      sound: flag(true),
      notifications: flag(false),
      newChat: flag(true),
      callInstead: flag(true),
      shareText: flag(false),
    }),
    {},
  ),
  privacyUrl: v.exactOptional(address),
});

export type ConsoleConfig = v.InferOutput<typeof configSchema>;

function isAddress(text: string): boolean {
  try {
    return Boolean(new URL(text, 'http://base.test'));
  } catch {
    return false;
  }
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
