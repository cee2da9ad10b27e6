import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { afterStart } from '../../src/gms/afterStart.ts';
import { afterStartV2 } from '../../src/gms/afterStartV2.ts';
import type { GmsSettings } from '../../src/gms/gmsSettings.ts';

export const settings: GmsSettings = {
  base: 'https://gms.example.test/genesys',
  serviceName: 'samples_new',
  chatServiceName: 'web-support',
  gmsUser: 'mira-4711',
  requestTimeout: 10_000,
  pollIntervalMin: 500,
  pollIntervalMax: 3000,
  loadAfterStart: async () => afterStart,
  loadAfterStartV2: async () => afterStartV2,
};

type SentRequest = Readonly<{
  method: string;
  /** below the base, query included */
  path: string;
  headers: Headers;
  text: string;
  /** the fields of a form, or of a JSON object */
  fields: Readonly<Record<string, unknown>>;
}>;

type FakeGms = Readonly<{
  /** what arrived, in order, since the test began */
  requests: readonly SentRequest[];
  /** Answers every request from now on; the default is a network error. */
  answer(reply: (request: SentRequest) => Response | Promise<Response>): void;
}>;

/** A server on the other end of `fetch` for one test file. */
export function startFakeGms(): FakeGms {
  const requests: SentRequest[] = [];
  let reply: (request: SentRequest) => Response | Promise<Response> = Response.error;
  const server = setupServer(
    http.all(`${settings.base}/*`, async ({ request }) => {
      const sent = await readSent(request);
      requests.push(sent);
      return reply(sent);
    }),
  );
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => {
    requests.length = 0;
    reply = Response.error;
  });
  afterAll(() => server.close());
  return {
    requests,
    answer(next) {
      reply = next;
    },
  };
}

export function json(body: unknown, init?: ResponseInit): Response {
  return new Response(JSON.stringify(body), init);
}

async function readSent(request: Request): Promise<SentRequest> {
  const text = await request.text();
  const isJson = request.headers.get('Content-Type') === 'application/json';
  return {
    method: request.method,
    path: request.url.slice(settings.base.length),
    headers: request.headers,
    text,
    fields: isJson ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text)),
  };
}
