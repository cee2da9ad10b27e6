import { readStartReply } from './callback/startReplyWire.ts';
import { createChatV1Line, openChatV1 } from './chatV1/chatV1Client.ts';
import { accepted, readOpenedChat } from './chatV2/chatBatch.ts';
import { readChatReply } from './chatV2/chatReplyWire.ts';
import { createChatV2Line } from './chatV2/chatV2Line.ts';

/**
 * What is needed only once the first request is under way, as one chunk: it travels beside that request,
 * so that the request leaves sooner. Who uses it asks for it by `loadAfterStart`.
 */
export const afterStart = {
  readStartReply,
  openChatV1,
  createChatV1Line,
  readOpenedChat,
  createChatV2Line,
  // for files, which come later still
  accepted,
  readChatReply,
};
