import type { GmsReply, GmsRequest } from '../gms.ts';

const ALLOWED_HEADERS = 'gms_user, apikey, x-api-key, authorization, content-type';

/** The answer to a preflight. Source: protocol/gms-chat.md §11, §15.11. */
export function preflightReply(): GmsReply {
  const headers = {
    'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
    'access-control-allow-headers': ALLOWED_HEADERS,
    'access-control-max-age': '600',
  };
  return { status: 204, headers, body: '' };
}

/** Every answer may be read by the origin that asked, with credentials, and is kept by no cache. */
export function openToOrigin(reply: GmsReply, request: GmsRequest): GmsReply {
  const origin = request.headers['origin'];
  const cors: Record<string, string> =
    origin === undefined
      ? {}
      : {
          'access-control-allow-origin': origin,
          'access-control-allow-credentials': 'true',
          'access-control-expose-headers': 'retry-after',
          vary: 'origin',
        };
  return { ...reply, headers: { ...reply.headers, ...cors, 'cache-control': 'no-store' } };
}
