/**
 * What the simulated servers of `npm start` tell each other's pages: each runs in the page that asks it, and the shop
 * shows what goes over all wires. Same origin only, by a `BroadcastChannel` of this name.
 */
export const WIRE_CHANNEL = 'simulated-wires';

/** One call, without anything that a person wrote. */
export type WireCall = Readonly<{
  /** ms since the epoch */
  at: number;
  wire: 'GWE' | 'GMS';
  /** what was asked for, in one or two words */
  what: string;
  /** null: no answer arrived */
  status: number | null;
  facts: Readonly<Record<string, string>>;
}>;

/** All that one page's server remembers; the next news of the same page replaces them. */
export type WireNews = Readonly<{ from: string; calls: readonly WireCall[] }>;

/** What a page says that came later, and wants to hear it all again. */
export const WIRE_QUESTION = 'news?';
