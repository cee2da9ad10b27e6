import type { Conversation } from './conversation.ts';

export const emptyConversation: Conversation = {
  participants: {},
  entries: [],
  position: 0,
  newest: 0,
  gap: null,
  recountFrom: null,
  isCountDoubted: false,
  withdrawn: [],
  isShared: false,
  idle: null,
  wasClosedForIdleness: false,
};
