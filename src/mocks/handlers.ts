import type { RequestHandler } from 'msw';
import { http, HttpResponse } from 'msw';
import type { Gms, GmsReply, GmsRequest } from '../simulator/gms.ts';

/** Puts a simulated GMS behind MSW. `current` is asked for each request, so that a test can put in a fresh one. */
export function gmsHandlers(base: string, current: () => Gms): RequestHandler[] {
  return [
    http.all(`*${base}/*`, async ({ request }) =>
      toResponse(await current().handle(await toGmsRequest(request))),
    ),
  ];
}

async function toGmsRequest(request: Request): Promise<GmsRequest> {
  const { pathname, search } = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  const isMultipart = headers['content-type']?.startsWith('multipart/');
  const copy = request.clone();
  const body = isMultipart ? toLatin1(await copy.arrayBuffer()) : await copy.text();
  return { method: request.method, url: pathname + search, headers, body };
}

function toResponse({ status, headers, body, isBinary, damage }: GmsReply): Response {
  if (damage?.kind === 'lost') return HttpResponse.error();
  const bytes = isBinary ? fromLatin1(body) : new TextEncoder().encode(body);
  // A body that breaks off cannot be had here: it arrives short, and cannot be read all the same.
  const arrived = damage === undefined ? bytes : bytes.slice(0, damage.at);
  return new HttpResponse(status === 204 ? null : arrived, { status, headers });
}

/** `TextDecoder` means windows-1252 by that name, and changes bytes. */
function toLatin1(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
}

function fromLatin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
