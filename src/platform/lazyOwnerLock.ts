import { onlyWindow } from '../session/onlyWindow.ts';
import type { OwnerLock } from '../session/ports.ts';

/** A lock whose code is fetched once there is a chat to hold. If it does not come, the chat goes on without. */
export function lazyOwnerLock(load: () => Promise<OwnerLock>): OwnerLock {
  return {
    hold(chat, tell, signal) {
      const seat = load()
        .catch(() => onlyWindow)
        .then((lock) => lock.hold(chat, tell, signal));
      return {
        takeOver: () => void seat.then((taken) => taken.takeOver()),
        yield: () => void seat.then((taken) => taken.yield()),
      };
    },
  };
}
