import type { Arrival } from './receive.ts';
import type { FaultStage } from './applyFault.ts';
import type { Gms, GmsReply, GmsRequest, SimClock } from './gms.ts';
import type { ScriptName } from './scripts/scripts.ts';
import type { Settings } from './settings.ts';
import { applyFault } from './applyFault.ts';
import { createBayeux } from './bayeux/createBayeux.ts';
import { advanceChat } from './chat/advanceChat.ts';
import { improvise } from './chat/improvise.ts';
import { chatView } from './chat/chatView.ts';
import { newAlias } from './chat/openChat.ts';
import { takeFault } from './faults.ts';
import { freshState, restoredState } from './gmsState.ts';
import { receive } from './receive.ts';
import { createRequestLog } from './requestLog.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { openToOrigin, preflightReply } from './wire/cors.ts';

export type GmsOptions = Partial<Settings> &
  Readonly<{
    clock: SimClock;
    /** the same seed gives the same ids and the same words */
    seed?: number;
    /** what the first chats get, `friendly` unless given */
    script?: ScriptName;
    /** of another Gms, to go on where it stood; one that cannot be read is left aside */
    snapshot?: string | null;
  }>;

/** A GMS in one piece: callback service v1, chat v1, chat v2, Bayeux. Sources: protocol/gms-callback.md §9, gms-chat.md §15. */
export function createGms(options: GmsOptions): Gms {
  const { clock, seed = 1, script = 'friendly', snapshot = null, ...given } = options;
  const settings: Settings = { ...DEFAULT_SETTINGS, ...given };
  let state = (snapshot === null ? null : restoredState(snapshot)) ?? freshState(seed, script);
  const log = createRequestLog();

  const restart = (keepSessions: boolean): void => {
    if (!keepSessions) state = { ...freshState(state.random, state.script), faults: state.faults };
    // Another chat server took the sessions over, and it has another name.
    for (const chat of Object.values(state.chats)) chat.alias = newAlias(state);
    bayeux.dropAll();
  };

  const stage = (arrival: Arrival): FaultStage => ({
    process: (twist) => arrival.answer({ state, settings, now: clock.now(), twist }),
    sleep: (ms) => clock.sleep(ms),
    restart,
    isChatV2: arrival.isChatV2,
  });

  const handle = async (request: GmsRequest): Promise<GmsReply> => {
    if (request.method === 'OPTIONS') return openToOrigin(preflightReply(), request);
    const arrival = receive(settings, request);
    const entry = log.open(clock.now(), request, arrival);
    const fault = takeFault(state.faults, arrival.operation);
    const onStage = stage(arrival);
    const reply = fault === null ? onStage.process(null) : await applyFault(fault, onStage);
    log.close(entry, reply);
    return openToOrigin(reply, request);
  };

  const bayeux = createBayeux({
    handle,
    world: () => ({ state, settings, now: clock.now(), twist: null }),
  });

  return {
    base: settings.base,
    handle,
    bayeux,
    inject: (fault) => void state.faults.push(fault),
    calm: () => void state.faults.splice(0),
    play: (name) => void (state.script = name),
    improvise(step) {
      for (const chat of Object.values(state.chats)) improvise(chat, step, { settings, now: clock.now() });
    },
    restart,
    requests: log.entries,
    chats() {
      const present = { settings, now: clock.now() };
      for (const chat of Object.values(state.chats)) advanceChat(chat, present);
      return Object.values(state.chats).map(chatView);
    },
    snapshot: () => JSON.stringify(state),
  };
}
