/** What a tracker needs of the world beside its page. */
export type TrackerPorts = Readonly<{
  fetch: typeof fetch;
  /** ms since the epoch */
  now(): number;
  wait(ms: number): Promise<void>;
  newId(): string;
}>;
