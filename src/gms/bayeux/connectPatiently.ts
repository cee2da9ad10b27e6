import { failureOf } from '../../session/failure.ts';
import { retryDelay } from '../../session/phases/retryDelay.ts';
import { withDeadline } from '../deadline.ts';
import type { Push, PushPorts } from './push.ts';

/** All attempts before a chat is opened without push. Source: protocol/gms-callback.md §3.6. */
const PATIENCE_MS = 15_000;

/**
 * Connects before a chat is opened, or gives up after three failed handshakes or fifteen seconds: whether it is
 * connected. Nothing is lost by that, the chat is opened without push then.
 */
export async function connectPatiently(
  push: Push,
  { clock, random }: Pick<PushPorts, 'clock' | 'random'>,
  signal: AbortSignal,
): Promise<boolean> {
  async function tryAgain(running: AbortSignal): Promise<void> {
    for (let failures = 1; !push.isUp() && !push.isHopeless(); failures += 1) {
      const failure = await push.connect().then(() => null, failureOf);
      if (failure === null || failure.kind === 'offline' || push.isHopeless()) return;
      await clock.sleep(retryDelay(failures, random(), failure), running);
    }
  }

  await withDeadline(clock, PATIENCE_MS, signal, tryAgain).catch(() => signal.throwIfAborted());
  return push.isUp();
}
