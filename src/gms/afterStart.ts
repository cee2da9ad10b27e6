import { readStartReply } from './callback/startReplyWire.ts';
import { readChatReplyV1, startOf } from './chatV1/chatReplyV1Wire.ts';
import { batchOfV1, createChatV1Line, openChatV1 } from './chatV1/chatV1Client.ts';
import { pollTranscript } from './pollTranscript.ts';

/**
 * What is needed only once the first request is under way, as one chunk: it travels beside that request,
 * so that the request leaves sooner. Who uses it asks for it by `loadAfterStart` of the settings.
 */
export const afterStart = {
  readStartReply,
  openChatV1,
  createChatV1Line,
  // for chats that are pushed
  readChatReplyV1,
  startOf,
  batchOfV1,
  pollTranscript,
};

export type AfterStart = typeof afterStart;
