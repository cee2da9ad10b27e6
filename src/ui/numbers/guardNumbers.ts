import type { FoundNumber } from './findNumbers.ts';
import { findNumbers, maskNumbers } from './findNumbers.ts';

/** What the site wants done with a message that holds the number of a card or an account. */
export type NumberPolicy = 'warn' | 'mask' | 'block';

/** What became of such a message, for the visitor to know. `warn`: it waits for their word. */
export type GuardedMessage = Readonly<{ policy: NumberPolicy; kind: FoundNumber['kind']; text: string }>;

/** Null: there is nothing in it. Nothing of it leaves the device. */
export function guardNumbers(text: string, policy: NumberPolicy): GuardedMessage | null {
  const found = findNumbers(text);
  const [first] = found;
  if (!first) return null;
  return { policy, kind: first.kind, text: policy === 'mask' ? maskNumbers(text, found) : text };
}
