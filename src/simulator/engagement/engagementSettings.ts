/** In what servers differ, and what the documents leave open. Source: protocol/gwe-engagement.md §2.4, §12.2. */
export type EngagementSettings = Readonly<{
  /** who may read answers from another origin */
  origins: 'any' | readonly string[];
  /** whether a delivery carries all messages of a notification, or one each */
  wrap: 'array' | 'single';
  /** a notification that nobody listens to yet is kept so long */
  bufferMs: number;
  /** a long poll is answered after this time at the latest */
  holdMs: number;
  /** what a strategy needs from an event to its notification */
  strategyDelayMs: number;
  /** probability that one more reactive chat should be allowed */
  reactiveState: number;
}>;

export const ENGAGEMENT_DEFAULTS: EngagementSettings = {
  origins: 'any',
  wrap: 'array',
  bufferMs: 0,
  holdMs: 25_000,
  strategyDelayMs: 2000,
  reactiveState: 1,
};
