import { readStartReply } from './callback/startReplyWire.ts';
import { readChatReplyV1, startOf } from './chatV1/chatReplyV1Wire.ts';
import { batchOfV1, createChatV1Line, openChatV1 } from './chatV1/chatV1Client.ts';
import { accepted, batchOf, newestIds, readOpenedChat } from './chatV2/chatBatch.ts';
import { failureIn, readChatReply } from './chatV2/chatReplyWire.ts';
import { createChatV2Line } from './chatV2/chatV2Line.ts';
import { relatedTo } from './chatV2/relatedTo.ts';
import { richRows } from './chatV2/richRows.ts';
import { withRich } from './chatV2/withRich.ts';
import { pollTranscript } from './pollTranscript.ts';

/**
 * What is needed only once the first request is under way, as one chunk: it travels beside that request,
 * so that the request leaves sooner. Who uses it asks for it by `loadAfterStart` of the settings.
 */
export const afterStart = {
  readStartReply,
  openChatV1,
  createChatV1Line,
  readOpenedChat,
  withRich,
  createChatV2Line,
  // for chats that are pushed
  readChatReplyV1,
  startOf,
  batchOfV1,
  readChatReply,
  failureIn,
  newestIds,
  batchOf,
  relatedTo,
  richRows,
  pollTranscript,
  // for files
  accepted,
};

export type AfterStart = typeof afterStart;
