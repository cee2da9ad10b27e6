const WINDOW_MS = 10_000;
/** A page that updates attached data with every click stays far below this. */
const MOST_IN_WINDOW = 50;

/** Answers whether one more message may be read now: so many within ten seconds. `now` in ms. Source: reliability.md T13. */
export function createRateLimit(now: () => number): () => boolean {
  let since = now();
  let count = 0;
  return () => {
    if (now() - since >= WINDOW_MS) {
      since = now();
      count = 0;
    }
    count += 1;
    return count <= MOST_IN_WINDOW;
  };
}
