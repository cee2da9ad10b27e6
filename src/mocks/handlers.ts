import type { RequestHandler } from 'msw';
import { http, HttpResponse } from 'msw';
import type { Engagement } from '../simulator/engagement/engagement.ts';
import { assertNever } from '../lib/assertNever.ts';
import type { Gms, GmsReply, GmsRequest } from '../simulator/gms.ts';
import { realClock } from '../simulator/realClock.ts';

/** Puts a simulated GMS behind MSW. `current` is asked for each request, so that a test can put in a fresh one. */
export function gmsHandlers(base: string, current: () => Gms): RequestHandler[] {
  return [
    http.all(`*${base}/*`, async ({ request }) =>
      toResponse(await current().handle(await toGmsRequest(request))),
    ),
  ];
}

/** Puts a simulated Web Engagement behind MSW. What it hands out as files may as well lie on the page's own server. */
export function engagementHandlers(current: () => Engagement): RequestHandler[] {
  return ['*/server/data/*', '*/server/cometd', '*/server/api/*'].map((path) =>
    http.all(path, async ({ request }) => toResponse(await current().handle(await toGmsRequest(request)))),
  );
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
  if (status === 204) return new HttpResponse(null, { status, headers });
  const bytes = isBinary ? fromLatin1(body) : new TextEncoder().encode(body);
  switch (damage?.kind) {
    case undefined:
      return new HttpResponse(bytes, { status, headers });
    case 'lost':
      return HttpResponse.error();
    // a body that breaks off cannot be had here: it arrives short, and cannot be read all the same
    case 'cut':
    case 'reset':
      return new HttpResponse(bytes.slice(0, damage.at), { status, headers });
    case 'trickle':
      return new HttpResponse(trickle(bytes, damage.ms), { status, headers });
    default:
      return assertNever(damage);
  }
}

function trickle(bytes: Uint8Array<ArrayBuffer>, ms: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await realClock.sleep(ms);
      if (at < bytes.length) controller.enqueue(bytes.slice(at, (at += 1)));
      else controller.close();
    },
  });
}

/** `TextDecoder` means windows-1252 by that name, and changes bytes. */
function toLatin1(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
}

function fromLatin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
