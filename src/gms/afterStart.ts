/**
 * What is needed only once the first request is under way, as one chunk: it travels beside that request,
 * so that the request leaves sooner. Who uses it asks for it by `loadAfterStart`.
 */
export { readStartReply } from './callback/startReplyWire.ts';
export { createChatV1Line, openChatV1 } from './chatV1/chatV1Client.ts';
export { createChatV2Line } from './chatV2/chatV2Line.ts';
