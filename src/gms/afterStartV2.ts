import { accepted, batchOf, newestIds, readOpenedChat } from './chatV2/chatBatch.ts';
import { failureIn, readChatReply } from './chatV2/chatReplyWire.ts';
import { createChatV2Line } from './chatV2/chatV2Line.ts';
import { relatedTo } from './chatV2/relatedTo.ts';
import { richRows } from './chatV2/richRows.ts';
import { withRich } from './chatV2/withRich.ts';

/** What is needed beside `afterStart` for a chat of Chat API v2, and by nobody else. */
export const afterStartV2 = {
  readOpenedChat,
  withRich,
  createChatV2Line,
  // for chats that are pushed
  readChatReply,
  failureIn,
  newestIds,
  batchOf,
  relatedTo,
  richRows,
  // for files
  accepted,
};

export type AfterStartV2 = typeof afterStartV2;
