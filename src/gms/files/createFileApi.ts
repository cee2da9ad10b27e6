import { ChatError } from '../../session/failure.ts';
import type { Clock } from '../../session/ports.ts';
import { readBodyText } from '../bodyText.ts';
import type { ChatReply } from '../chatV2/chatReplyWire.ts';
import { withDeadline } from '../deadline.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import { createPost, requestHeaders } from '../http.ts';
import { httpFailure } from '../httpFailure.ts';
import type { JsonObject } from '../jsonObject.ts';
import { isJsonObject, parseJson, valueAt } from '../jsonObject.ts';
import type { FileApi, FileChat } from './fileApi.ts';
import { readFileLimits } from './fileLimitsWire.ts';
import type { FileAct } from './fileRequest.ts';
import { fileRequest } from './fileRequest.ts';
import type { SendForm } from './sendForm.ts';
import { sendForm as sendFormByXhr } from './sendForm.ts';
import { stallGuard } from './stallGuard.ts';

/** So long may a file be on its way to us. */
const DOWNLOAD_TIMEOUT_MS = 5 * 60_000;

/**
 * Files over Chat API v2: at the address of the chat, or beside Bayeux, where the key alone names the chat and what is
 * to be done is a field. Source: protocol/gms-chat.md §6, §6.5.
 */
export function createFileApi(
  settings: GmsSettings,
  clock: Clock,
  isOnline: () => boolean,
  sendForm: SendForm = sendFormByXhr,
): FileApi {
  const post = createPost(settings, clock, isOnline);

  async function act(chat: FileChat, act: FileAct, signal: AbortSignal): Promise<ChatReply> {
    const { path, fields, isBesideBayeux } = fileRequest(settings, chat, act);
    const body = new URLSearchParams(fields);
    const request = { path, body, api: 'chatV2', withCookies: isBesideBayeux } as const;
    return readAccepted(await post(request, signal), settings);
  }

  return {
    async limits(chat, signal) {
      return readFileLimits(await act(chat, { do: 'limits' }, signal));
    },
    async upload(chat, file, sent, signal) {
      signal.throwIfAborted();
      if (!isOnline()) throw new ChatError({ kind: 'offline' });
      const { path, fields, isBesideBayeux } = fileRequest(settings, chat, { do: 'upload' });
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      body.set('file', file, file.name);
      const moving = stallGuard(clock, settings.requestTimeout, signal);
      try {
        const headers = requestHeaders({ api: 'chatV2' }, settings);
        const response = await sendForm(
          settings.base + path,
          { headers, body, withCookies: isBesideBayeux, signal: moving.signal },
          (bytes, all) => {
            moving.moved();
            sent(all > 0 ? bytes / all : 0);
          },
        );
        return await readFileId(response, clock, settings);
      } finally {
        moving.stop();
      }
    },
    download: (chat, fileId, signal) =>
      withDeadline(clock, DOWNLOAD_TIMEOUT_MS, signal, async (running) => {
        if (!isOnline()) throw new ChatError({ kind: 'offline' });
        const { path, fields, isBesideBayeux } = fileRequest(settings, chat, { do: 'download', fileId });
        const response = await fetch(settings.base + path, {
          method: 'POST',
          // the keys are in the body: an address is kept in too many places
          body: new URLSearchParams(fields),
          headers: requestHeaders({ api: 'chatV2' }, settings),
          credentials: isBesideBayeux ? 'include' : 'same-origin',
          cache: 'no-store',
          redirect: 'error',
          referrerPolicy: 'no-referrer',
          signal: running,
        }).catch((cause: unknown) => {
          throw new ChatError({ kind: 'network' }, { cause });
        });
        return readFile(response, clock, settings);
      }),
    async remove(chat, fileId, signal) {
      await act(chat, { do: 'delete', fileId }, signal);
    },
  };
}

/** What a chat is read with is there long before a file is. */
async function readAccepted(body: JsonObject, settings: GmsSettings): Promise<ChatReply> {
  const { accepted, readChatReply } = await settings.loadAfterStartV2();
  return accepted(readChatReply(body), 'action');
}

/** @throws ChatError `unreadable` without an id: nobody could tell which file it is. Source: gms-chat.md TV-18 */
async function readFileId(response: Response, clock: Clock, settings: GmsSettings): Promise<string> {
  const body = await readJson(response, clock);
  await readAccepted(body, settings);
  const fileId = valueAt(body, 'userData', 'file-id');
  if (typeof fileId !== 'string' && typeof fileId !== 'number') throw new ChatError({ kind: 'unreadable' });
  return String(fileId);
}

/** An answer in JSON is a refusal, whatever its status. Source: gms-chat.md §6.3, TV-19 */
async function readFile(response: Response, clock: Clock, settings: GmsSettings): Promise<Blob> {
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  if (isJson || !response.ok) {
    await readAccepted(await readJson(response, clock), settings);
    throw new ChatError({ kind: 'unreadable' });
  }
  return response.blob().catch((cause: unknown) => {
    throw new ChatError({ kind: 'network' }, { cause });
  });
}

async function readJson(response: Response, clock: Clock) {
  const value = parseJson((await readBodyText(response)) ?? '');
  const body = isJsonObject(value) ? value : null;
  if (!response.ok) throw new ChatError(httpFailure(response, body, clock.now()));
  if (body === null) throw new ChatError({ kind: 'unreadable', status: response.status });
  return body;
}
