import type { Handler } from './world.ts';
import type { Operation } from './faults.ts';
import { availabilityV1, availabilityV2 } from './callback/availability.ts';
import { cancelCallback, changeCallback, queryCallbacks } from './callback/callbackRecords.ts';
import { cancel, checkQueuePosition, connect, showMenu, snooze, update } from './callback/continueService.ts';
import { waitingTimeV1, waitingTimeV2 } from './callback/waitingTime.ts';
import { requestChat, requestInteraction, startCallback } from './callback/startService.ts';
import { createSession } from './chatV1/createSession.ts';
import { onSession } from './chatV1/onSession.ts';
import * as v1 from './chatV1/sessionActs.ts';
import * as v2 from './chatV2/chatActs.ts';
import { createChat } from './chatV2/createChat.ts';
import { chatNotification, deleteFile, downloadFile, fileLimits, uploadFile } from './chatV2/fileActs.ts';
import { onChat } from './chatV2/onChat.ts';

type Route = Readonly<{
  methods: readonly string[];
  path: string;
  operation: Operation;
  answer: Handler;
}>;

const METHODS = {
  GET: ['GET'],
  POST: ['POST'],
  PUT: ['PUT'],
  DELETE: ['DELETE'],
  'GET POST': ['GET', 'POST'],
} as const;

function route(methods: keyof typeof METHODS, path: string, operation: Operation, answer: Handler): Route {
  return { methods: METHODS[methods], path, operation, answer };
}

const CALLBACK = '/1/service/callback';
const SERVICE = '/1/service/:service';
const SESSION = '/1/service/:service/ixn/chat';
const CHAT = '/2/chat/:service/:chat';

/**
 * All that is served, below the base. The first row that fits counts.
 * Sources: protocol/gms-callback.md §2, gms-chat.md §3.2, §13.
 */
const ROUTES: readonly Route[] = [
  route('GET', CALLBACK, 'other', queryCallbacks),
  route('POST', `${CALLBACK}/:service`, 'start', startCallback),
  route('GET', `${CALLBACK}/:service`, 'other', queryCallbacks),
  route('GET', `${CALLBACK}/:service/availability`, 'other', availabilityV1),
  route('GET', '/2/service/callback/:service/availability', 'other', availabilityV2),
  route('PUT', `${CALLBACK}/:service/:id`, 'other', changeCallback),
  route('DELETE', `${CALLBACK}/:service/:id`, 'other', cancelCallback),
  route('GET', '/1/service/ewt-for-vq', 'other', waitingTimeV1),
  route('GET', '/2/ewt/:mode', 'other', waitingTimeV2),
  route('POST', '/1/service/request-chat', 'start', requestChat),
  route('POST', '/1/service/request-interaction', 'start', requestInteraction),
  route('GET POST', `${SERVICE}/check-queue-position`, 'other', checkQueuePosition),
  route('GET POST', `${SERVICE}/connect`, 'other', connect),
  route('GET POST', `${SERVICE}/menu`, 'other', showMenu),
  route('GET POST', `${SERVICE}/snooze`, 'other', snooze),
  route('GET POST', `${SERVICE}/cancel`, 'other', cancel),
  route('POST', `${SERVICE}/update`, 'other', update),

  route('POST', SESSION, 'create', createSession),
  route('POST', `${SESSION}/refresh`, 'refresh', onSession(v1.refresh, true)),
  route('POST', `${SESSION}/send`, 'send', onSession(v1.send)),
  route('POST', `${SESSION}/startTyping`, 'typing', onSession(v1.startTyping)),
  route('POST', `${SESSION}/stopTyping`, 'typing', onSession(v1.stopTyping)),
  route('POST', `${SESSION}/disconnect`, 'disconnect', onSession(v1.disconnect)),

  route('POST', '/2/chat/:service', 'create', createChat),
  route('POST', `${CHAT}/refresh`, 'refresh', onChat(v2.refresh, true)),
  route('POST', `${CHAT}/send`, 'send', onChat(v2.send)),
  route('POST', `${CHAT}/startTyping`, 'typing', onChat(v2.startTyping)),
  route('POST', `${CHAT}/stopTyping`, 'typing', onChat(v2.stopTyping)),
  route('POST', `${CHAT}/disconnect`, 'disconnect', onChat(v2.disconnect)),
  route('POST', `${CHAT}/updateNickname`, 'other', onChat(v2.updateNickname)),
  route('POST', `${CHAT}/updateData`, 'other', onChat(v2.updateData)),
  route('POST', `${CHAT}/pushUrl`, 'other', onChat(v2.pushUrl)),
  route('POST', `${CHAT}/customNotice`, 'other', onChat(v2.customNotice)),
  route('POST', `${CHAT}/readReceipt`, 'other', onChat(v2.readReceipt)),
  route('POST', `${CHAT}/file/limits`, 'other', onChat(fileLimits)),
  route('POST', `${CHAT}/file`, 'upload', onChat(uploadFile)),
  route('POST', `${CHAT}/file/:file/download`, 'download', onChat(downloadFile, true)),
  route('POST', `${CHAT}/file/:file/delete`, 'other', onChat(deleteFile)),
  route('POST', '/2/chat-ntf', 'other', chatNotification),
  route('POST', '/2/chat-ntf/:service', 'other', chatNotification),
];

type FoundRoute = Readonly<{ route: Route; params: Readonly<Record<string, string>> }>;

/** The route of a path below the base, `notAllowed` when only the method is wrong, null when there is none. */
export function findRoute(method: string, path: string): FoundRoute | 'notAllowed' | null {
  const fitting = ROUTES.flatMap((route) => {
    const params = matchPath(route.path, path);
    return params === null ? [] : [{ route, params }];
  });
  const found = fitting.find(({ route }) => route.methods.includes(method));
  return found ?? (fitting.length > 0 ? 'notAllowed' : null);
}

/** A trailing slash changes nothing: Genesys Widgets send one. Source: genesys-widgets-observed.md. */
function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const [wanted, given] = [pattern.split('/'), path.replace(/\/$/, '').split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const value = given[place] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}
