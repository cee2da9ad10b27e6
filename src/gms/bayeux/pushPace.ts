import type { Clock } from '../../session/ports.ts';
import type { GmsSettings } from '../gmsSettings.ts';

/**
 * While the server pushes, it is asked for what may have got lost: often enough to be able to say that the line is
 * good (15 s) and that the visitor is there (45 s). Source: reliability.md §3.1 I8, §1.5.
 */
const QUIET_MS = 10_000;
/** On a slow line it is asked sooner, or the next answer would be later than a good line may be silent. */
const SHORTEST_QUIET_MS = 2_000;

/** The pace of a chat that is pushed. */
export type PushPace = Readonly<{
  /** the settings of a poll that grows calm while the server pushes, at every moment */
  settings: GmsSettings;
  /** Measures how slow the line is. Source: reliability.md F37 */
  timed<Result>(ask: () => Promise<Result>): Promise<Result>;
}>;

export function createPushPace(settings: GmsSettings, clock: Clock, isPushing: () => boolean): PushPace {
  let took = 0;
  const quiet = (): number => Math.max(SHORTEST_QUIET_MS, QUIET_MS - 2 * took);
  return {
    settings: {
      ...settings,
      get pollIntervalMin() {
        return isPushing() ? quiet() : settings.pollIntervalMin;
      },
      get pollIntervalMax() {
        return isPushing() ? quiet() : settings.pollIntervalMax;
      },
    },
    async timed(ask) {
      const from = clock.now();
      try {
        return await ask();
      } finally {
        took = clock.now() - from;
      }
    },
  };
}
