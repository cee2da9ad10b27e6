import type { Chat } from '../chat/chat.ts';
import type { Field, GmsReply } from '../gms.ts';
import type { Call, World } from '../world.ts';
import type { ChatAct } from './onChat.ts';
import { isStrange } from './onChat.ts';
import { findFile, putFile, refuseUpload, usedBytes, uploadsOf } from '../chat/files.ts';
import { appendEvent } from '../chat/appendEvent.ts';
import { visitorOf } from '../chat/joinChat.ts';
import { keepAlive, meetChat } from '../chat/meetChat.ts';
import { fieldOf } from '../wire/fields.ts';
import { jsonReply } from '../wire/reply.ts';
import { chatRefusal, chatReply } from './chatReply.ts';

/** `file/limits`: one event without an index, all figures as text, and none of the ids that other answers carry. §6.1, TV-16. */
export const fileLimits: ChatAct = (world, chat) => {
  const { nickname, id, type } = visitorOf(chat);
  const { files } = world.settings;
  const userData = {
    'upload-max-files': String(files.maxFiles),
    'upload-max-file-size': String(files.maxSize),
    'upload-max-total-size': String(files.maxTotal),
    'upload-file-types': files.types,
    'upload-need-agent': String(files.needsAgent),
    'download-attempts': String(files.downloads),
    'used-upload-max-files': String(uploadsOf(chat).length),
    'used-upload-max-total-size': String(usedBytes(chat)),
    'used-download-attempts': String(chat.downloads),
    'delete-file': 'odd',
  };
  const from = { nickname, participantId: id, type };
  const event = { from, text: 'file-client-cfg-get', type: 'Notice', utcTime: world.now, userData };
  return jsonReply({ messages: [event], chatEnded: chat.end !== null, statusCode: 0 });
};

/** The event follows by `refresh`; the answer has the id only. §6.2, TV-17, TV-47. */
export const uploadFile: ChatAct = (world, chat, fields) => {
  const field = fields.find(([name, , fileName]) => name === 'file' && fileName !== undefined);
  const [, content = '', name = ''] = field ?? [];
  const refusal = field === undefined ? 201 : refuseUpload(chat, world.settings.files, name, content.length);
  if (refusal !== null) return chatRefusal(refusal, ADVICE[refusal], { chat, status: 400 });
  const { id } = putFile(chat, world.now, visitorOf(chat), name, content);
  return chatReply(world, chat, [], { userData: { 'file-id': id } });
};

const ADVICE = {
  201: 'Too many files.',
  202: 'File too large.',
  203: 'Type not permitted.',
} as const;

/** Each success uses one attempt. §6.3, TV-19. */
export const downloadFile: ChatAct = (world, chat, _fields, params) => {
  const file = findFile(chat, params['file']);
  if (file === null || chat.downloads >= world.settings.files.downloads)
    return chatRefusal(249, 'Request refused by the chat node. referenceId[20010007]', { chat });
  chat.downloads += 1;
  return {
    status: 200,
    headers: { 'content-type': 'application/octet-stream' },
    body: file.content,
    isBinary: true,
  };
};

/** §6.4, TV-20. */
export const deleteFile: ChatAct = (world, chat, _fields, params) => {
  const file = findFile(chat, params['file']);
  if (file?.by !== 'visitor') return chatRefusal(249, 'No such file. referenceId[20010008]', { chat });
  file.isDeleted = true;
  appendEvent(chat, world.now, visitorOf(chat), { type: 'FileDeleted', userData: { 'file-id': file.id } });
  return chatReply(world, chat, []);
};

const OPERATIONS: Readonly<Record<string, ChatAct>> = {
  fileGetLimits: fileLimits,
  fileUpload: uploadFile,
  fileDownload: downloadFile,
  fileDelete: deleteFile,
};

/** The way files take beside CometD: the key alone says which chat it is. §6.5, TV-39. */
export function chatNotification(world: World, { fields }: Call): GmsReply {
  const key = fieldOf(fields, 'secureKey');
  const chat = Object.values(world.state.chats).find((one) => isOf(one, key));
  if (chat === undefined || isStrange(world, chat, true))
    return chatRefusal(249, 'Bad secure key. referenceId[20010061]', { status: 404 });
  meetChat(world, chat);
  keepAlive(world, chat);
  const act = OPERATIONS[operationOf(fields)];
  if (act === undefined) return chatRefusal(249, 'No such operation.', { chat, status: 400 });
  return act(world, chat, fields, { file: fieldOf(fields, 'fileId') ?? '' });
}

function isOf(chat: Chat, key: string | undefined): boolean {
  return chat.api === 'v2' && chat.end === null && chat.secureKey === key;
}

/** One client leaves the name out when it uploads. Source: §6.5. */
function operationOf(fields: readonly Field[]): string {
  return fieldOf(fields, 'operation') ?? (fieldOf(fields, 'file') === undefined ? '' : 'fileUpload');
}
