/** What the probe puts into the page it measures. */
interface Bench {
  /** ms from the start of the navigation until the first message would be taken, and something is painted */
  usable: Promise<number>;
  /** Watches for a row that ends with this text; then ms from the end of the answer that brought it to its paint. */
  watch(marker: string): void;
  painted(): Promise<number>;
  /** ms from each key press to the paint after it */
  keys: number[];
}

interface Window {
  bench: Bench;
}
