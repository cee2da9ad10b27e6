import type { EngagementIds } from '../messages.ts';
import type { OpenOptions } from './gmsChat.ts';

/** Where the console is and what stands in its address; query and fragment of its own are kept. Source: contract.md §2. */
export function consoleAddress(base: URL, options: OpenOptions, ids: EngagementIds): URL {
  const address = new URL(base);
  const { scenario, lang, proactive = false } = options;
  // without a word from us the console would take every visit that has an id for an invited one
  const parameters = { gmsScenario: scenario, ...ids, lang, proactive: String(proactive) };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) address.searchParams.set(name, value);
  }
  return address;
}
