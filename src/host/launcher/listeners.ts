import type { ConsoleEvents } from './gmsChat.ts';

type Type = keyof ConsoleEvents;
type Listener<One extends Type> = (event: ConsoleEvents[One]) => void;
type Kept = Readonly<{ [One in Type]: Set<Listener<One>> }>;

export type Listeners = Readonly<{
  add<One extends Type>(type: One, listener: Listener<One>): void;
  remove<One extends Type>(type: One, listener: Listener<One>): void;
  tell<One extends Type>(event: ConsoleEvents[One] & Readonly<{ type: One }>): void;
}>;

/** The functions of the host page that want to know. One that throws is the page's own error and no one else's. */
export function createListeners(): Listeners {
  const kept: Kept = {
    ready: new Set(),
    state: new Set(),
    agent: new Set(),
    unread: new Set(),
    message: new Set(),
    ended: new Set(),
    size: new Set(),
    diagnostic: new Set(),
    session: new Set(),
    closed: new Set(),
  };
  return {
    add(type, listener) {
      if (Object.hasOwn(kept, type) && typeof listener === 'function') kept[type].add(listener);
    },
    remove(type, listener) {
      if (Object.hasOwn(kept, type)) kept[type].delete(listener);
    },
    tell(event) {
      for (const listener of kept[event.type]) {
        try {
          listener(event);
        } catch (error) {
          reportError(error);
        }
      }
    },
  };
}
