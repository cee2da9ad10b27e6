import type { RequestHandler } from 'msw';
import { http, HttpResponse } from 'msw';
import type { Engagement } from '../simulator/engagement/engagement.ts';
import type { Gms, GmsReply, GmsRequest } from '../simulator/gms.ts';

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
  return { method: request.method, url: pathname + search, headers, body: await request.clone().text() };
}

function toResponse({ status, headers, body, damage }: GmsReply): Response {
  if (damage?.kind === 'lost') return HttpResponse.error();
  // A body that breaks off cannot be had here: it arrives short, and cannot be read all the same.
  const bytes = damage === undefined ? body : new TextEncoder().encode(body).slice(0, damage.at);
  return new HttpResponse(status === 204 ? null : bytes, { status, headers });
}
