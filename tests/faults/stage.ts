import { vi } from 'vitest';
import type { Quirk } from '../../src/simulator/settings.ts';
import type { BayeuxTrouble } from '../model/network.ts';
import type { Fault, Operation } from '../../src/simulator/faults.ts';
import type { ScriptName } from '../../src/simulator/scripts/scripts.ts';
import type { Status } from '../../src/session/selectors.ts';
import { selectStatus } from '../../src/session/selectors.ts';
import type { SessionState } from '../../src/session/state.ts';
import { preload } from '../model/consoleUnderTest.ts';
import type { Play } from '../model/play.ts';
import { createPlay } from '../model/play.ts';

/** How a chat travels: which API, and what carries Bayeux if it is pushed. */
export type Way = Readonly<{ name: string; api: 'v1' | 'v2'; push?: 'long-polling' | 'websocket' }>;

const POLLED: readonly Way[] = [
  { name: 'v1', api: 'v1' },
  { name: 'v2', api: 'v2' },
];
export const PUSHED: readonly Way[] = [
  { name: 'v1, pushed by long-polling', api: 'v1', push: 'long-polling' },
  { name: 'v2, pushed by long-polling', api: 'v2', push: 'long-polling' },
  { name: 'v2, pushed over a WebSocket', api: 'v2', push: 'websocket' },
];
export const WAYS: readonly Way[] = [...POLLED, ...PUSHED];

type Row = readonly [text: string, state: string];

/** The real client and the simulated GMS, ready for one fault: what the visitor sees, and what went over the wire. */
export type Stage = Play &
  Readonly<{
    state(): SessionState;
    status(): Status;
    /** all messages as they are shown: those of the transcript are `sent` when they are our own, else `said` */
    rows(): readonly Row[];
    say(text: string): void;
    fault(fault: Fault): void;
    /** how often an operation was asked for so far */
    asked(operation: Operation): number;
    /** The pauses between requests of an operation, in ms. */
    pauses(operation: Operation): readonly number[];
  }>;

type Scene = Readonly<{
  script?: ScriptName;
  faults?: readonly Fault[];
  quirks?: readonly Quirk[];
  bayeux?: BayeuxTrouble;
}>;

/** Opens a chat in which an agent is present, unless the start meets a fault or the script has nobody. */
export async function stageFor(
  { api, push }: Omit<Way, 'name'>,
  { script, faults = [], quirks = [], bayeux = 'none' }: Scene = {},
): Promise<Stage> {
  await preload();
  const play = createPlay({ api, ...(push && { push }), seed: 7, steps: [] }, {}, script, quirks);
  play.network.setBayeux(bayeux);
  for (const fault of faults) play.gms.inject(fault);
  await play.open();
  await play.pass(3_000);
  let count = 0;
  const state = () => play.session().getState();
  const times = (operation: Operation) =>
    play.network.sightings.flatMap((one) => (one.operation === operation ? [one.at] : []));
  return {
    ...play,
    state,
    status: () => selectStatus(state()),
    rows: () => [
      ...state().conversation.entries.flatMap((entry): readonly Row[] =>
        entry.kind === 'message' ? [[entry.text, entry.role === 'me' ? 'sent' : 'said']] : [],
      ),
      ...state().outbox.map((item): Row => [item.text, item.state]),
    ],
    say(text) {
      count += 1;
      play.session().dispatch({ type: 'sendRequested', key: `own-${count}`, text });
    },
    fault: (fault) => play.gms.inject(fault),
    asked: (operation) => times(operation).length,
    pauses: (operation) =>
      times(operation)
        .map((at, place, all) => at - (all[place - 1] ?? at))
        .slice(1),
  };
}

/** What the server has of the visitor's words. */
export function arrived({ gms }: Stage): readonly string[] {
  return gms
    .chats()
    .flatMap(({ events }) => events)
    .flatMap(({ type, from, text = '' }) => (type === 'Message' && from.type === 'Client' ? [text] : []));
}

/** Globals that a stage has put its own in place of. */
export function leaveStage(): void {
  vi.unstubAllGlobals();
}
