import { ChatError } from '../../session/failure.ts';
import type { Clock } from '../../session/ports.ts';
import { readBodyText } from '../bodyText.ts';
import type { ChatReply } from '../chatV2/chatReplyWire.ts';
import { servicePath } from '../chatV2/servicePath.ts';
import { withDeadline } from '../deadline.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import { createPost, requestHeaders } from '../http.ts';
import { httpFailure } from '../httpFailure.ts';
import type { JsonObject } from '../jsonObject.ts';
import { isJsonObject, parseJson, valueAt } from '../jsonObject.ts';
import { isPathId } from '../ownAddress.ts';
import type { FileApi, FileChat } from './fileApi.ts';
import { readFileLimits } from './fileLimitsWire.ts';
import type { SendForm } from './sendForm.ts';
import { sendForm as sendFormByXhr } from './sendForm.ts';
import { stallGuard } from './stallGuard.ts';

/** So long may a file be on its way to us. */
const DOWNLOAD_TIMEOUT_MS = 5 * 60_000;

/** Files over Chat API v2. Source: protocol/gms-chat.md §6. */
export function createFileApi(
  settings: GmsSettings,
  clock: Clock,
  isOnline: () => boolean,
  sendForm: SendForm = sendFormByXhr,
): FileApi {
  const post = createPost(settings, clock, isOnline);

  async function act(chat: FileChat, operation: string, signal: AbortSignal): Promise<ChatReply> {
    const path = filePath(settings, chat, operation);
    const body = await post({ path, body: new URLSearchParams(ids(chat)), api: 'chatV2' }, signal);
    return readAccepted(body, settings);
  }

  return {
    async limits(chat, signal) {
      return readFileLimits(await act(chat, 'limits', signal));
    },
    async upload(chat, file, sent, signal) {
      signal.throwIfAborted();
      if (!isOnline()) throw new ChatError({ kind: 'offline' });
      const body = new FormData();
      for (const [name, value] of Object.entries(ids(chat))) body.set(name, value);
      body.set('file', file, file.name);
      const moving = stallGuard(clock, settings.requestTimeout, signal);
      try {
        const headers = requestHeaders({ api: 'chatV2' }, settings);
        const response = await sendForm(
          settings.base + filePath(settings, chat),
          { headers, body, signal: moving.signal },
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
        const response = await fetch(settings.base + filePath(settings, chat, fileId, 'download'), {
          method: 'POST',
          // the keys are in the body: an address is kept in too many places
          body: new URLSearchParams(ids(chat)),
          headers: requestHeaders({ api: 'chatV2' }, settings),
          credentials: 'same-origin',
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
      if (!isPathId(fileId)) throw new ChatError({ kind: 'missing' });
      await act(chat, `${fileId}/delete`, signal);
    },
  };
}

function filePath(settings: GmsSettings, chat: FileChat, ...rest: readonly string[]): string {
  // can only come from a record that was tampered with, or from a server that names files oddly
  if (![chat.chatId, ...rest.flatMap((part) => part.split('/'))].every(isPathId))
    throw new ChatError({ kind: 'missing' });
  return [`${servicePath(settings)}/${chat.chatId}/file`, ...rest].join('/');
}

function ids({ userId, secureKey, alias }: FileChat): Record<string, string> {
  return { ...(userId && { userId }), secureKey, ...(alias && { alias }) };
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
