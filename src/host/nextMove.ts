import type { Clock } from '../session/ports.ts';
import type { MoveMessage } from './moveMessage.ts';
import { MOVE_TIMEOUT_MS, readMove } from './moveMessage.ts';

/** The next message of this type on the port; null when it does not come in time. */
export function nextMove<Type extends MoveMessage['type']>(
  port: MessagePort,
  type: Type,
  clock: Clock,
): Promise<Extract<MoveMessage, { type: Type }> | null> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const { signal } = over;
    const settle = (message: Extract<MoveMessage, { type: Type }> | null) => {
      over.abort();
      resolve(message);
    };
    const isAsked = (message: MoveMessage): message is Extract<MoveMessage, { type: Type }> =>
      message.type === type;
    port.addEventListener(
      'message',
      ({ data }) => {
        const message = readMove(data);
        if (message && isAsked(message)) settle(message);
      },
      { signal },
    );
    port.start();
    clock.sleep(MOVE_TIMEOUT_MS, signal).then(
      () => settle(null),
      () => undefined,
    );
  });
}
