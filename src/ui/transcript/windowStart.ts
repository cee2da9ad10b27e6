/** So many rows are shown at first, and so many more each time earlier ones are asked for. */
export const WINDOW = 200;
/** The window moves on in steps: most new rows are added without taking one off at the other end. */
const STEP = 50;

/** Index of the first entry that is shown while the end is followed. */
export function windowStart(count: number): number {
  const hidden = Math.max(0, count - WINDOW);
  return hidden - (hidden % STEP);
}
