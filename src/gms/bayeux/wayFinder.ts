import type { Failure } from '../../session/failure.ts';
import type { Clock } from '../../session/ports.ts';
import { asTrouble } from './asTrouble.ts';
import type { Push } from './push.ts';

/** Which way a chat takes that was opened over Bayeux, at every moment. */
export type WayFinder = Readonly<{
  isPolling(): boolean;
  /** Whether REST has answered well about this chat. */
  isRestKnown(): boolean;
  /** Something about the chat was heard. */
  heard(way: 'bayeux' | 'rest'): void;
  /** Nothing came of a question over Bayeux that was asked then. */
  failed(askedAt: number): void;
  /** What a failure by REST says about the chat. */
  judgedByRest(failure: Failure): Failure;
  /** While the chat is polled: what to do beside it, to come back. */
  returning(): 'connect' | 'ask' | 'wait';
}>;

/** So many questions without an answer in a row, and the server does not push, whatever it says. */
const SILENCES_TO_BELIEVE = 3;
/** How long a chat hears nothing before it is looked for the other way, whatever becomes of the connection. */
const SILENCE_MS = 15_000;
/** How often a server that answered nothing is asked again. */
const RESPITE_MS = 30_000;

/**
 * Bayeux for as long as it works, and REST from the moment it does not until it does again: after three failed
 * handshakes, three unanswered questions, or one when nothing else was heard for too long.
 *
 * No document says that REST knows the ids of such a chat: those of Bayeux look different, and files have an address of
 * their own there. So REST is not believed when it says that there is no such chat, unless it has answered well once;
 * when its first word is a refusal it is not asked again, because Chat Server throws out who comes with a wrong key.
 * Source: protocol/gms-chat.md §2, §6.5, §8.2.
 */
export function createWayFinder(push: Push, clock: Clock): WayFinder {
  let isRestKnown = false;
  let isRestStrange = false;
  let silences = 0;
  let heardAt = clock.now();
  let askAgainAt = 0;
  let isFallenBack = false;

  const isSilent = (): boolean => clock.now() - heardAt >= SILENCE_MS;

  return {
    isPolling() {
      if (isRestStrange) return false;
      if (push.isUp()) isFallenBack = false;
      else isFallenBack ||= push.isHopeless() || (push.isFailing() && isSilent());
      return isFallenBack || silences >= SILENCES_TO_BELIEVE;
    },
    isRestKnown: () => isRestKnown,
    heard(way) {
      heardAt = clock.now();
      if (way === 'bayeux') silences = 0;
      else isRestKnown = true;
    },
    failed(askedAt) {
      // a line that swallows what is said is not tried until the server has dropped the visitor
      if (push.isUp()) silences = isSilent() ? SILENCES_TO_BELIEVE : silences + 1;
      else isFallenBack ||= isSilent() && clock.now() > askedAt;
      askAgainAt = clock.now() + RESPITE_MS;
    },
    judgedByRest(failure) {
      if (isRestKnown) return failure;
      const trouble = asTrouble(failure);
      isRestStrange = trouble !== failure;
      return trouble;
    },
    returning() {
      if (!push.isUp()) return 'connect';
      if (clock.now() < askAgainAt) return 'wait';
      askAgainAt = clock.now() + RESPITE_MS;
      return 'ask';
    },
  };
}
