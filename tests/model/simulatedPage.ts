import type { Clock } from '../../src/session/ports.ts';
import type { VirtualTime } from './virtualTime.ts';

/** Browsers wake a hidden page no oftener than once a second. */
const HIDDEN_TICK_MS = 1_000;

/** What a browser does to a page: its network, whether it is seen, whether it runs at all. */
export type SimulatedPage = Readonly<{
  id: number;
  clock: Clock;
  isOnline(): boolean;
  isRunning(): boolean;
  isVisible(): boolean;
  isDead(): boolean;
  /** how many timers are running */
  timers(): number;
  /** Calls when the requests under way are lost: offline, or slept through. The answer takes it off again. */
  onCutOff(lost: () => void): () => void;
  setOnline(isOnline: boolean): void;
  setVisible(isVisible: boolean): void;
  fallAsleep(): void;
  /** `isTimeCounted`: whether the page's clock went on meanwhile; browsers differ */
  wakeUp(isTimeCounted: boolean): void;
  /** Calls when the page is left in an orderly way. */
  whenLeaving(act: () => void): void;
  /** Reloaded or closed: it may say good-bye, and then it is dead. */
  leave(): void;
  /** Killed: nothing of it runs any more, whatever it had begun goes on outside. */
  die(): void;
}>;

export function createSimulatedPage(id: number, time: VirtualTime): SimulatedPage {
  let isOnline = true;
  let isVisible = true;
  let isDead = false;
  let timers = 0;
  let asleepSince: number | null = null;
  /** how much the clock of the page is behind */
  let lag = 0;
  const underWay = new Set<() => void>();
  const leaving: (() => void)[] = [];

  function cutOff(): void {
    for (const lost of underWay) lost();
  }

  /** When the page runs what is due at a time of its own clock. */
  function runsAt(due: number): number {
    if (isDead || asleepSince !== null) return Infinity;
    const at = Math.max(due + lag, time.now());
    return isVisible ? at : Math.ceil(at / HIDDEN_TICK_MS) * HIDDEN_TICK_MS;
  }

  const now = (): number => (asleepSince ?? time.now()) - lag;

  return {
    id,
    clock: {
      now,
      sleep(ms, signal) {
        const due = now() + ms;
        timers += 1;
        return time
          .sleep(() => runsAt(due), signal)
          .finally(() => {
            timers -= 1;
          });
      },
    },
    isOnline: () => isOnline,
    isRunning: () => !isDead && asleepSince === null,
    isVisible: () => isVisible,
    isDead: () => isDead,
    timers: () => timers,
    onCutOff(lost) {
      underWay.add(lost);
      return () => underWay.delete(lost);
    },
    setOnline(value) {
      isOnline = value;
      if (!isOnline) cutOff();
    },
    setVisible(value) {
      isVisible = value;
    },
    fallAsleep() {
      asleepSince = time.now();
    },
    wakeUp(isTimeCounted) {
      if (asleepSince !== null && !isTimeCounted) lag += time.now() - asleepSince;
      asleepSince = null;
      cutOff();
    },
    whenLeaving: (act) => void leaving.push(act),
    leave() {
      for (const act of leaving) act();
      isDead = true;
    },
    die() {
      isDead = true;
    },
  };
}
