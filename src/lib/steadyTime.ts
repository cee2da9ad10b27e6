/** The wall clock running ahead by more than this between two looks: the machine slept meanwhile, or was set. */
const SLEPT_MS = 20_000;

type Clocks = Readonly<{
  /** ms since the epoch that only ever grow, and may stand still while the machine sleeps */
  running: () => number;
  /** ms since the epoch, as the device shows them: may be set by anybody */
  wall: () => number;
}>;

/** Milliseconds since the epoch that never run backwards and count the time that the machine slept. */
export function createSteadyTime({ running, wall }: Clocks): () => number {
  let lead = wall() - running();
  let slept = 0;
  return () => {
    const now = running();
    const leadNow = wall() - now;
    // a device that is set forward looks the same: whoever was away for so long asks first, which does no harm
    if (leadNow - lead > SLEPT_MS) slept += leadNow - lead;
    lead = leadNow;
    return Math.round(now + slept);
  };
}

/**
 * The one time of the page. Some systems stop the running clock while they sleep: without the wall clock a chat would
 * believe, after two hours, that its last answer has just come.
 */
export const steadyTime = createSteadyTime({
  running: () => performance.timeOrigin + performance.now(),
  wall: () => Date.now(),
});
