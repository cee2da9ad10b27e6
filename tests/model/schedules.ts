import * as fc from 'fast-check';
import type { Fault, Operation } from '../../src/simulator/faults.ts';
import type { Act, Doing, Schedule, Step } from './step.ts';

const LEAST_STEPS = 200;
const MOST_STEPS = 240;

/**
 * `isForgetful`: the server falls back to older copies of a chat. Only where the client reads on without a break can
 * that be seen: new events under old numbers during an outage look like old ones.
 */
type Setting = Readonly<{ api: 'v1' | 'v2'; isForgetful: boolean }>;

/** The schedule of a seed: the same for ever, as long as this file stays as it is. */
export function scheduleOf(seed: number, api: 'v1' | 'v2'): Schedule {
  const [steps = []] = fc.sample(
    fc.array(step({ api, isForgetful: seed % 5 === 0 }), { minLength: LEAST_STEPS, maxLength: MOST_STEPS }),
    {
      seed,
      numRuns: 1,
    },
  );
  return { api, seed, steps };
}

type Weighted<Value> = Readonly<{ weight: number; arbitrary: fc.Arbitrary<Value> }>;

function step(setting: Setting): fc.Arbitrary<Step> {
  return fc.record({ act: act(setting), pause: pause() });
}

function pause(): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 0, max: 400 }) },
    { weight: 12, arbitrary: fc.integer({ min: 400, max: 3_000 }) },
    { weight: 2, arbitrary: fc.integer({ min: 3_000, max: 15_000 }) },
  );
}

/** Out of a thousand or so: what ends a chat is rare, so that most of a schedule happens in one. */
function act(setting: Setting): fc.Arbitrary<Act> {
  const breaks = setting.isForgetful ? 0 : 1;
  return fc.oneof(
    ...doings(120, 'say', 'agentSays'),
    ...doings(60, 'type', 'send'),
    ...doings(80, 'startAgain'),
    ...doings(30, 'resend', 'agentTypes'),
    ...doings(20, 'sayYes', 'edit', 'discard', 'agentJoins', 'agentLeaves', 'tryNow'),
    ...doings(2, 'agentEnds', 'leave'),
    ...doings(20 * breaks, 'reload'),
    weighted(10, fc.record({ do: fc.constant('agentBursts'), count: fc.integer({ min: 2, max: 30 }) })),
    weighted(300, fc.record({ do: fc.constant('fault'), fault: fault(setting) })),
    weighted(10, fc.constant({ do: 'restart', keepSessions: true })),
    weighted(2, fc.constant({ do: 'restart', keepSessions: false })),
    weighted(20 * breaks, fc.record({ do: fc.constantFrom('down', 'offline'), ms: outage(100, 30_000) })),
    weighted(20, fc.record({ do: fc.constant('hide'), ms: outage(1_000, 40_000) })),
    weighted(
      12 * breaks,
      fc.record({ do: fc.constant('sleep'), ms: outage(500, 35_000), isTimeCounted: fc.boolean() }),
    ),
    weighted(
      2 * breaks,
      fc.record({
        do: fc.constantFrom('down', 'offline', 'hide'),
        ms: outage(40_000, 120_000),
      }),
    ),
  );
}

/** Usually short. */
function outage(min: number, max: number): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min, max: Math.round(min + (max - min) / 6) }), fc.integer({ min, max }));
}

function doings(weight: number, ...names: readonly Doing[]): readonly Weighted<Act>[] {
  return names.map((name) => weighted(weight, fc.constant({ do: name })));
}

function weighted<Value>(weight: number, arbitrary: fc.Arbitrary<Value>): Weighted<Value> {
  return { weight, arbitrary };
}

function fault({ api, isForgetful }: Setting): fc.Arbitrary<Fault> {
  const processed = fc.boolean();
  const on = (...operations: readonly Operation[]) => fc.constantFrom(...operations);
  const anyOf = isForgetful
    ? on('send', 'typing')
    : on(...often('refresh', 6), ...often('send', 6), 'typing', 'create', 'start');
  const times = fc.constantFrom(1, 1, 1, 2, 3);
  const name = <Name extends Fault['name']>(...names: readonly Name[]) => fc.constantFrom(...names);
  return fc.oneof(
    weighted(6, fc.record({ name: name('lost-before', 'lost-after'), on: anyOf, times })),
    weighted(
      5,
      fc.record({ name: name('delay', 'delay-before'), on: anyOf, ms: fc.integer({ min: 50, max: 25_000 }) }),
    ),
    weighted(3, fc.record({ name: name('cut', 'rst'), on: anyOf, at: fc.integer({ min: 0, max: 700 }) })),
    weighted(1, fc.record({ name: name('trickle'), on: anyOf, ms: fc.integer({ min: 1, max: 60 }) })),
    weighted(
      4,
      fc.record({
        name: name('status'),
        on: anyOf,
        status: fc.constantFrom(408, 425, 500, 502, 503, 504),
        processed,
        times,
        html: fc.boolean(),
      }),
    ),
    weighted(
      1,
      fc.record({
        name: name('status'),
        on: anyOf,
        status: fc.constantFrom(429, 503),
        retryAfter: fc.integer({ min: 0, max: 12 }),
      }),
    ),
    weighted(
      1,
      fc.record({ name: name('status'), on: anyOf, status: fc.constantFrom(400, 401, 403, 404, 413, 422) }),
    ),
    weighted(2, fc.record({ name: name('html200', 'empty200'), on: anyOf, processed })),
    // on a refresh of v1 this is GMS's own word that the chat is gone
    weighted(2, fc.record({ name: name('statusCode1'), on: api === 'v1' ? on('send') : anyOf, processed })),
    weighted(1, fc.record({ name: name('statusCode2'), on: on('send', 'typing') })),
    weighted(
      4,
      fc.record({
        name: name('duplicate', 'disorder', 'alias-change', 'unknown-kind'),
        on: on('refresh'),
        times,
      }),
    ),
    weighted(isForgetful ? 1 : 0, fc.record({ name: name('rewind'), on: on('refresh') })),
    weighted(1, fc.record({ name: name('restart'), on: anyOf })),
  );
}

function often(operation: Operation, times: number): readonly Operation[] {
  return Array.from({ length: times }, () => operation);
}
