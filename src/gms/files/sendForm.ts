import { ChatError } from '../../session/failure.ts';

/** A form on its way, with what has left so far. */
export type SendForm = (
  url: string,
  init: Readonly<{ headers: Headers; body: FormData; withCookies: boolean; signal: AbortSignal }>,
  sent: (bytes: number, all: number) => void,
) => Promise<Response>;

/**
 * The only request that is not made by `fetch`: browsers tell the progress of an upload to nobody else.
 * Rejects with the reason of the signal, or with `network`.
 */
export const sendForm: SendForm = (url, { headers, body, withCookies, signal }, sent) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    request.open('POST', url);
    request.withCredentials = withCookies;
    for (const [name, value] of headers) request.setRequestHeader(name, value);
    request.responseType = 'text';
    request.upload.addEventListener('progress', ({ loaded, total }) => sent(loaded, total));
    request.addEventListener('load', () => resolve(responseOf(request)));
    request.addEventListener('error', () => reject(new ChatError({ kind: 'network' })));
    request.addEventListener('abort', () => reject(signal.reason));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', stop));
    signal.addEventListener('abort', stop, { once: true });
    request.send(body);
  });

function responseOf(request: XMLHttpRequest): Response {
  const retryAfter = request.getResponseHeader('Retry-After');
  const isBodyless = [204, 205, 304].includes(request.status);
  return new Response(isBodyless ? null : request.responseText, {
    status: request.status,
    headers: retryAfter === null ? {} : { 'Retry-After': retryAfter },
  });
}
