import { ChatError } from '../session/failure.ts';
import type { Clock } from '../session/ports.ts';
import { readBodyText } from './bodyText.ts';
import { withDeadline } from './deadline.ts';
import type { GmsSettings } from './gmsSettings.ts';
import { httpFailure } from './httpFailure.ts';
import type { JsonObject } from './jsonObject.ts';
import { isJsonObject, parseJson } from './jsonObject.ts';

type GmsRequest = Readonly<{
  /** POST unless told otherwise */
  method?: 'GET' | 'PUT' | 'DELETE';
  /** below the base, from its slash on */
  path: string;
  /** text is JSON */
  body?: URLSearchParams | string;
  /** the service API and chat v1 know the visitor by the header `gms_user`; v2 must do without, to need no preflight */
  api: 'service' | 'chatV2';
  /** whether the request may outlive the page */
  keepalive?: boolean;
  /** whether cookies go along to another origin, too: what stands beside Bayeux is bound to its node */
  withCookies?: boolean;
}>;

/** Says whether an answer can be read: `value` is what the text stands for as JSON, undefined when it is none. */
type IsReadable<Answer> = (value: unknown, text: string) => value is Answer;

/**
 * Asks GMS and returns what it answers with HTTP 2xx, whatever that says, if only it can be read.
 * Everything else is a `ChatError`, except that an abort by `signal` rejects with the reason of `signal`.
 * Source: protocol/gms-chat.md §3.1, §11, gms-callback.md §1.2, §1.3.
 */
export type Call = <Answer>(
  request: GmsRequest,
  isReadable: IsReadable<Answer>,
  signal: AbortSignal,
) => Promise<Answer>;

/** A call that is answered with a JSON object. */
export type Post = (request: GmsRequest, signal: AbortSignal) => Promise<JsonObject>;

export function createPost(settings: GmsSettings, clock: Clock, isOnline: () => boolean): Post {
  const call = createCall(settings, clock, isOnline);
  return (request, signal) => call(request, isJsonObject, signal);
}

export function createCall(settings: GmsSettings, clock: Clock, isOnline: () => boolean): Call {
  return async (request, isReadable, signal) => {
    signal.throwIfAborted();
    const init = requestInit(request, settings);
    if (!isOnline()) throw new ChatError({ kind: 'offline' });
    return withDeadline(clock, settings.requestTimeout, signal, (running) =>
      exchange(settings.base + request.path, { ...init, signal: running }, isReadable, clock),
    );
  };
}

async function exchange<Answer>(
  url: string,
  init: RequestInit,
  isReadable: IsReadable<Answer>,
  clock: Clock,
): Promise<Answer> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw new ChatError({ kind: 'network' }, { cause });
  });
  const { status } = response;
  const text = await readBodyText(response);
  const value = parseJson(text ?? '');
  if (status >= 400) {
    throw new ChatError(httpFailure(response, isJsonObject(value) ? value : null, clock.now()));
  }
  // a body that broke off says nothing, not even where an empty one would do
  if (text === null || !isReadable(value, text)) throw new ChatError({ kind: 'unreadable', status });
  return value;
}

function requestInit(request: GmsRequest, settings: GmsSettings): RequestInit {
  return {
    method: request.method ?? 'POST',
    body: request.body ?? null,
    headers: requestHeaders(request, settings),
    // cookies keep a visitor on one node where GMS is on our origin; elsewhere they would need a special CORS answer
    credentials: request.withCookies ? 'include' : 'same-origin',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    keepalive: request.keepalive ?? false,
  };
}

/** @throws ChatError `misconfigured` for a value that no header can hold */
export function requestHeaders(
  { api, body }: Pick<GmsRequest, 'api' | 'body'>,
  { gmsUser, apiKey, authorization }: GmsSettings,
): Headers {
  try {
    return new Headers({
      Accept: 'application/json',
      ...(typeof body === 'string' && { 'Content-Type': 'application/json' }),
      ...(api === 'service' && gmsUser !== '' && { gms_user: gmsUser }),
      ...(apiKey && { apikey: apiKey, 'x-api-key': apiKey }),
      ...(authorization && { authorization }),
    });
  } catch {
    // a value that no header can hold; the message would quote it
    throw new ChatError({ kind: 'misconfigured' });
  }
}
