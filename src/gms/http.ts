import { ChatError } from '../session/failure.ts';
import type { Clock } from '../session/ports.ts';
import { readBodyText } from './bodyText.ts';
import { withDeadline } from './deadline.ts';
import type { GmsSettings } from './gmsSettings.ts';
import { httpFailure } from './httpFailure.ts';
import type { JsonObject } from './jsonObject.ts';
import { isJsonObject, parseJson } from './jsonObject.ts';

type GmsRequest = Readonly<{
  /** below the base, from its slash on */
  path: string;
  /** text is JSON */
  body: URLSearchParams | string;
  /** the service API and chat v1 know the visitor by the header `gms_user`; v2 must do without, to need no preflight */
  api: 'service' | 'chatV2';
  /** whether the request may outlive the page */
  keepalive?: boolean;
}>;

/**
 * Posts to GMS and returns the JSON object that it answers with HTTP 2xx, whatever that says.
 * Everything else is a `ChatError`, except that an abort by `signal` rejects with the reason of `signal`.
 * Source: protocol/gms-chat.md §3.1, §11, gms-callback.md §1.2, §1.3.
 */
export type Post = (request: GmsRequest, signal: AbortSignal) => Promise<JsonObject>;

export function createPost(settings: GmsSettings, clock: Clock, isOnline: () => boolean): Post {
  return async (request, signal) => {
    signal.throwIfAborted();
    const init = requestInit(request, settings);
    if (!isOnline()) throw new ChatError({ kind: 'offline' });
    return withDeadline(clock, settings.requestTimeout, signal, (running) =>
      exchange(settings.base + request.path, { ...init, signal: running }, clock),
    );
  };
}

async function exchange(url: string, init: RequestInit, clock: Clock): Promise<JsonObject> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new ChatError({ kind: 'network' }, { cause });
  });
  const value = parseJson((await readBodyText(response)) ?? '');
  const body = isJsonObject(value) ? value : null;
  if (response.status >= 400) throw new ChatError(httpFailure(response, body, clock.now()));
  if (!body) throw new ChatError({ kind: 'unreadable', status: response.status });
  return body;
}

function requestInit(request: GmsRequest, settings: GmsSettings): RequestInit {
  return {
    method: 'POST',
    body: request.body,
    headers: requestHeaders(request, settings),
    // cookies keep a visitor on one node where GMS is on our origin; elsewhere they would need a special CORS answer
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    keepalive: request.keepalive ?? false,
  };
}

function requestHeaders({ api, body }: GmsRequest, { gmsUser, apiKey }: GmsSettings): Headers {
  try {
    return new Headers({
      Accept: 'application/json',
      ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
      ...(api === 'service' && gmsUser !== '' && { gms_user: gmsUser }),
      ...(apiKey && { apikey: apiKey, 'x-api-key': apiKey }),
    });
  } catch {
    // a value that no header can hold; the message would quote it
    throw new ChatError({ kind: 'misconfigured' });
  }
}
