import type { GmsSettings } from '../gmsSettings.ts';

/**
 * While the server pushes, it is asked for what may have got lost: often enough to be able to say that the line is
 * good (15 s) and that the visitor is there (45 s). Source: reliability.md §3.1 I8, §1.5.
 */
const QUIET_MS = 10_000;

/** The settings of a poll whose pace follows whether the server pushes, at every moment. */
export function pushPace(settings: GmsSettings, isPushing: () => boolean): GmsSettings {
  return {
    ...settings,
    get pollIntervalMin() {
      return isPushing() ? QUIET_MS : settings.pollIntervalMin;
    },
    get pollIntervalMax() {
      return isPushing() ? QUIET_MS : settings.pollIntervalMax;
    },
  };
}
