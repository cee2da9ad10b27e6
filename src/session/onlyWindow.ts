import type { OwnerLock } from './ports.ts';

/** For browsers in which windows cannot know of each other: each has the chat, and all of them show everything. */
export const onlyWindow: OwnerLock = {
  hold(_chat, tell) {
    tell({ type: 'holdGained' });
    return { takeOver: () => undefined, yield: () => undefined };
  },
};
