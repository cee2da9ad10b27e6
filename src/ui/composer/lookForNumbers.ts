import type { GuardedMessage, NumberPolicy } from '../numbers/guardNumbers.ts';
import { loadLateParts } from '../loadLateParts.ts';
import { mayHoldNumber } from '../numbers/mayHoldNumber.ts';

/** What was found in a message, and how to send it all the same. */
export type Finding = Readonly<{ guarded: GuardedMessage; send: () => void }>;

/** A message waits no longer than this for what looks at it: better sent unseen than late or not at all. */
const PATIENCE_MS = 500;

/** With what says the outcome: a message that is kept back without a word would be lost. */
const loadGuard = () =>
  Promise.all([
    import('../numbers/guardNumbers.ts'),
    import('../numbers/GuardNote.tsx'),
    loadLateParts(),
  ]).then(
    ([guard]) => guard.guardNumbers,
    () => null,
  );

/** Fetches what looks at a message as soon as one has digits enough. */
export function prepareLook(text: string, policy: NumberPolicy | 'off'): void {
  if (policy !== 'off' && mayHoldNumber(text)) void loadGuard();
}

/**
 * Looks for numbers of cards and accounts before a message leaves. False: there is nothing to look for. True: `send`
 * is called when it may leave, or `tell` says why it has not.
 */
export function lookForNumbers(
  text: string,
  policy: NumberPolicy | 'off',
  send: (words: string) => void,
  tell: (finding: Finding) => void,
): boolean {
  if (policy === 'off' || !mayHoldNumber(text)) return false;
  const tooLate = new Promise<null>((resolve) => {
    setTimeout(resolve, PATIENCE_MS, null);
  });
  void Promise.race([loadGuard(), tooLate]).then((guardNumbers) => {
    const guarded = guardNumbers?.(text, policy) ?? null;
    if (guarded === null || guarded.policy === 'mask') send(guarded?.text ?? text);
    if (guarded !== null) tell({ guarded, send: () => send(text) });
  });
  return true;
}
