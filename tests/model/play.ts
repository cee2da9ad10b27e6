import { vi } from 'vitest';
import { createGms } from '../../src/simulator/createGms.ts';
import type { Fault } from '../../src/simulator/faults.ts';
import type { Gms } from '../../src/simulator/gms.ts';
import type { Quirk } from '../../src/simulator/settings.ts';
import type { ScriptName } from '../../src/simulator/scripts/scripts.ts';
import type { Session } from '../../src/session/createSession.ts';
import type { Order } from '../../src/session/ports.ts';
import { assertNever } from '../../src/lib/assertNever.ts';
import { order } from '../session/samples.ts';
import type { Flaw } from './consoleUnderTest.ts';
import { hostOf, openConsole } from './consoleUnderTest.ts';
import { createMemory } from './memory.ts';
import type { Network } from './network.ts';
import { createNetwork } from './network.ts';
import type { SimulatedPage } from './simulatedPage.ts';
import { createSimulatedPage } from './simulatedPage.ts';
import type { Act, Schedule } from './step.ts';
import { createVirtualTime } from './virtualTime.ts';
import type { VirtualBayeux } from './virtualBayeux.ts';
import { createVirtualBayeux } from './virtualBayeux.ts';
import { createVirtualWires } from './virtualWires.ts';
import type { Visitor } from './visitor.ts';
import { createVisitor } from './visitor.ts';
import { createWatch } from './watch.ts';
import type { Watch } from './watch.ts';

/** Strings that must not turn up where they do not belong. */
export const CANARIES = ['Canary-Nickname', 'Canary-Visit', 'Canary-Page', 'canary@example.test'];

/** A schedule that is being played: one visitor, one server, one page after the other. */
export type Play = Readonly<{
  schedule: Schedule;
  gms: Gms;
  bayeux: VirtualBayeux;
  network: Network;
  visitor: Visitor;
  watch: Watch;
  /** what went to the log and the console */
  logged: readonly string[];
  memory: Storage;
  now(): number;
  page(): SimulatedPage;
  session(): Session;
  open(): Promise<void>;
  perform(act: Act): Promise<void>;
  pass(ms: number): Promise<void>;
  /** Everything that is wrong with network, page and server ends. */
  heal(): void;
}>;

export function createPlay(
  schedule: Schedule,
  flaw: Flaw = {},
  script: ScriptName = 'quiet',
  quirks: readonly Quirk[] = [],
): Play {
  const time = createVirtualTime();
  const gms = createGms({
    clock: { now: time.now, sleep: (ms) => time.sleep(after(ms)) },
    seed: schedule.seed,
    script,
    quirks,
  });
  const pages = new Map<string, SimulatedPage>();
  let hasRewinds = false;
  const watch = createWatch();
  const bayeux = createVirtualBayeux(gms.bayeux, time);
  const network = createNetwork({
    gms,
    bayeux,
    time,
    pages,
    arriving: () => hasRewinds && watch.noteTruth(gms.chats()),
  });
  const visitor = createVisitor();
  const memory = createMemory();
  const logged: string[] = [];
  const random = createRandom(schedule.seed);
  let page = createSimulatedPage(0, time);
  let session: Session | null = null;

  vi.stubGlobal('fetch', network.fetch);
  vi.stubGlobal('sessionStorage', memory);
  vi.stubGlobal('window', createVirtualWires({ network, bayeux, time, pages }, schedule.push ?? null));

  function after(ms: number): () => number {
    const due = time.now() + ms;
    return () => due;
  }

  function current(): Session {
    if (session === null) throw new Error('The page is not open yet');
    return session;
  }

  async function open(): Promise<void> {
    const before = page;
    page = createSimulatedPage(before.id + 1, time);
    page.setOnline(before.isOnline());
    page.setVisible(before.isVisible());
    pages.set(hostOf(page), page);
    if (memory.length === 0) visitor.beginsAnew();
    const opened = await openConsole({
      page,
      api: schedule.api,
      isPushed: schedule.push !== undefined,
      order: orderFor(schedule.api),
      log: { warn: (name, facts) => void logged.push(`${name} ${JSON.stringify(facts ?? {})}`) },
      random,
      flaw,
    });
    session = opened;
    const look = () => watch.look(opened.getState(), page, visitor, time.now());
    opened.subscribe(look);
    look();
  }

  /** A condition that others act in meanwhile, and that ends by itself. */
  function forAWhile(ms: number, end: () => void): void {
    void time.sleep(after(ms)).then(end);
  }

  function goOnline(): void {
    if (page.isOnline()) return;
    page.setOnline(true);
    current().dispatch({ type: 'wentOnline' });
  }

  function show(): void {
    if (page.isVisible()) return;
    page.setVisible(true);
    if (page.isRunning()) current().dispatch({ type: 'wokeUp' });
  }

  function wake(isTimeCounted: boolean): void {
    if (page.isRunning()) return;
    page.wakeUp(isTimeCounted);
    current().dispatch({ type: 'wokeUp' });
  }

  async function perform(act: Act): Promise<void> {
    switch (act.do) {
      case 'agentSays':
        return gms.improvise({ do: 'emit', event: { type: 'Message', text: visitor.nextWord('agent') } });
      case 'agentBursts':
        for (let count = 0; count < act.count; count += 1) await perform({ do: 'agentSays' });
        return;
      case 'agentTypes':
        return gms.improvise({ do: 'typing', isTyping: true });
      case 'agentJoins':
        return gms.improvise({ do: 'join', name: visitor.nextWord('name'), party: 'Agent', isBot: false });
      case 'agentLeaves':
        return gms.improvise({ do: 'leave' });
      case 'agentEnds':
        return gms.improvise({ do: 'end' });
      case 'fault':
        // one that waits for a start far away would spoil start after start
        if (isForStarts(act.fault) && current().getState().phase === 'chat') return;
        gms.inject(act.fault);
        if (act.fault.name !== 'rewind') return;
        hasRewinds = true;
        // as many new events at the same moment would hide from anybody that something was forgotten
        return time.pass(REWIND_MS);
      case 'restart':
        watch.noteTruth(gms.chats());
        return gms.restart(act.keepSessions);
      case 'down':
        network.setDown(true);
        return forAWhile(act.ms, () => network.setDown(false));
      case 'offline':
        if (!page.isRunning()) return;
        page.setOnline(false);
        current().dispatch({ type: 'wentOffline' });
        return forAWhile(act.ms, goOnline);
      case 'hide':
        page.setVisible(false);
        return forAWhile(act.ms, show);
      case 'sleep':
        page.fallAsleep();
        return forAWhile(act.ms, () => wake(act.isTimeCounted));
      case 'reload':
        if (!page.isRunning()) return;
        page.leave();
        return open();
      case 'type':
      case 'send':
      case 'say':
      case 'sayYes':
      case 'resend':
      case 'edit':
      case 'discard':
      case 'tryNow':
      case 'leave':
      case 'startAgain':
        if (page.isRunning()) visitor.act(act.do, current());
        return;
      default:
        assertNever(act);
    }
  }

  return {
    schedule,
    gms,
    bayeux,
    network,
    visitor,
    watch,
    logged,
    memory,
    now: time.now,
    page: () => page,
    session: current,
    open,
    perform,
    pass: time.pass,
    heal() {
      gms.calm();
      network.setDown(false);
      wake(true);
      show();
      goOnline();
    },
  };
}

/** Longer than any pause between refreshes. */
const REWIND_MS = 12_000;

function isForStarts({ on }: Fault): boolean {
  return on === 'start' || on === 'create';
}

function orderFor(api: 'v1' | 'v2'): Order {
  const [nickname = '', visitId = '', pageId = '', email = ''] = CANARIES;
  const chatVia = api === 'v2' ? 'chat' : 'service';
  return { ...order, chatVia, visitId, pageId, customer: { nickname, email } };
}

/** Chance that is the same for every run of a schedule. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
