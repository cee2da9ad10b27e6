/**
 * The shortest course of steps that still fails: halves, quarters and so on are left out as long as it does.
 * `tries` bounds how often it is played.
 */
export async function smallestFailing<Step>(
  steps: readonly Step[],
  fails: (steps: readonly Step[]) => Promise<boolean>,
  tries = 600,
): Promise<readonly Step[]> {
  let kept = steps;
  let left = tries;
  for (let size = Math.ceil(kept.length / 2); size >= 1 && left > 0;) {
    let isSmaller = false;
    for (let at = 0; at < kept.length && left > 0; left -= 1) {
      const shorter = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (await fails(shorter)) {
        kept = shorter;
        isSmaller = true;
      } else {
        at += size;
      }
    }
    if (size > 1) size = Math.ceil(size / 2);
    else if (!isSmaller) break;
  }
  return kept;
}
