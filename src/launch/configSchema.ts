import * as v from 'valibot';

/**
 * The schema of `config.json`. Every key is optional; its default stands here and nowhere else.
 * `docs/configuration.md` is checked against it. Source: contract.md §3.
 */

const MAX_TEXT = 200;
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
/** What a header can hold. */
const headerText = v.pipe(text, v.regex(/^[\x20-\x7e]+$/, 'letters, digits and signs of ASCII'));
/** A name that becomes one segment of an address on the wire. */
const serviceName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9._-]{1,128}$/, 'letters, digits, dot, dash, underscore'));
const address = v.pipe(
  v.string(),
  v.check((value) => /^\/(?!\/)/.test(value) || /^https?:\/\/[^/]/.test(value), 'a path that begins with "/", or an http(s) address'),
);
const origin = v.pipe(
  v.string(),
  v.check((value) => /^https?:\/\/[^/?#]+$/.test(value), 'an origin such as "https://shop.example.com", without a path'),
);
const milliseconds = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least, `at least ${least}`), v.maxValue(most, `at most ${most}`));
const colour = v.pipe(v.string(), v.regex(/^#(?:[\da-f]{3}|[\da-f]{6})$/i, 'a colour such as "#0f62d6"'));
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
  gmsUrl: v.optional(address, '/genesys'),
  serviceName: v.optional(serviceName, 'samples_new'),
  gmsUser: v.exactOptional(headerText),
  apiKey: v.exactOptional(headerText),
  requestTimeout: v.optional(milliseconds(1_000, 60_000), 10_000),
  chat: v.optional(
    v.object({
      api: v.optional(v.picklist(['v1', 'v2']), 'v1'),
      serviceName: v.exactOptional(serviceName),
      transport: v.optional(v.picklist(['polling', 'cometd']), 'polling'),
      cometdUrl: v.exactOptional(address),
      pollIntervalMin: v.optional(milliseconds(100, 20_000), 500),
      pollIntervalMax: v.optional(milliseconds(100, 20_000), 3_000),
      typingPreview: flag(false),
      maxMessageLength: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)), 4_000),
    }),
    {},
  ),
  defaultScenario: v.optional(scenario, 'CHAT-NOW'),
  allowedScenarios: v.optional(v.pipe(v.array(scenario), v.minLength(1)), [...SCENARIO_NAMES]),
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
  userData: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(4_000))), {}),
  hostOrigins: v.optional(v.array(origin), []),
  locale: v.optional(v.pipe(v.string(), v.regex(/^(?:auto|[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)$/, '"auto" or a language such as "de"')), 'auto'),
  texts: v.optional(v.record(v.string(), v.pipe(v.string(), v.maxLength(1_000))), {}),
  brand: v.optional(
    v.object({
      title: v.exactOptional(text),
      accent: v.exactOptional(colour),
      logoUrl: v.exactOptional(v.pipe(v.string(), v.maxLength(2_000))),
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
      newChat: flag(true),
      callInstead: flag(true),
      shareText: flag(false),
    }),
    {},
  ),
  privacyUrl: v.exactOptional(v.pipe(v.string(), v.check((value) => /^(?:https?:\/\/[^/]|\/(?!\/))/.test(value), 'an http(s) address or a path'))),
});

export type ConsoleConfig = v.InferOutput<typeof configSchema>;
