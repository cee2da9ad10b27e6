import type { ChatAct } from './onChat.ts';
import { visitorOf } from '../chat/joinChat.ts';
import { jsonReply } from '../wire/reply.ts';

/** All figures are text. Source: protocol/gms-chat.md §6.1, TV-16. */
const LIMITS = {
  'upload-max-files': '3',
  'upload-max-file-size': '5242880',
  'upload-max-total-size': '12582912',
  'upload-file-types': 'jpeg:jpg:pdf:png',
  'upload-need-agent': 'true',
  'download-attempts': '4',
  'used-upload-max-files': '0',
  'used-upload-max-total-size': '0',
  'used-download-attempts': '0',
  'delete-file': 'odd',
};

/** `file/limits`: one event without an index, and none of the ids that other answers carry. */
export const fileLimits: ChatAct = (world, chat) => {
  const { nickname, id, type } = visitorOf(chat);
  const from = { nickname, participantId: id, type };
  const event = { from, text: 'file-client-cfg-get', type: 'Notice', utcTime: world.now, userData: LIMITS };
  return jsonReply({ messages: [event], chatEnded: chat.end !== null, statusCode: 0 });
};
