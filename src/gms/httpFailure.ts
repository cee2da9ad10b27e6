import type { Failure, FailureKind } from '../session/failure.ts';
import type { JsonObject } from './jsonObject.ts';
import { isJsonObject } from './jsonObject.ts';
import { readCount } from './readCount.ts';

const MAX_RETRY_AFTER_MS = 60_000;

/**
 * What an answer of 400 and above means, in our words. Of the body only numbers and names are taken: its texts
 * tell of the inside of a server. `now` in ms since the epoch. Source: protocol/gms-chat.md §8.3, reliability.md §3.3.
 */
export function httpFailure(response: Response, body: JsonObject | null, now: number): Failure {
  const { status } = response;
  const retryAfterMs = readRetryAfter(response.headers.get('Retry-After'), now);
  const kind = kindOf(status, retryAfterMs !== null);
  return {
    kind,
    status,
    ...(body && failureDetails(body)),
    ...(body && kind === 'missing' && { isFromGms: true }),
    ...(kind === 'busy' && retryAfterMs !== null && { retryAfterMs }),
  };
}

/**
 * `errors[].code`, the class name in `exception` and the times in `availability`, when a body has them.
 * Source: gms-chat.md §8.2, gms-callback.md §1.6.
 */
export function failureDetails(body: JsonObject): Pick<Failure, 'code' | 'exception' | 'availability'> {
  const [code] = errorCodes(body['errors']);
  const exception = typeof body['exception'] === 'string' ? body['exception'].split('.').at(-1) : undefined;
  return {
    ...(code !== undefined && { code }),
    ...(exception !== undefined && /^[\w$]{1,80}$/.test(exception) && { exception }),
    ...(isJsonObject(body['availability']) && { availability: freePlaces(body['availability']) }),
  };
}

/** None at all is an answer too: the time was refused, and there is no other. */
function freePlaces(times: JsonObject): Record<string, number> {
  return Object.fromEntries(
    Object.entries(times).flatMap(([time, value]) => {
      const places = readCount(value);
      return places === undefined || Number.isNaN(Date.parse(time)) ? [] : [[time, places] as const];
    }),
  );
}

/** All numbers in `errors[].code`, in their order. Source: gms-chat.md §8.2. */
/**
 * The failure that a body tells of although its HTTP status says that all is well; null when it tells of none.
 * Words beside an action or an id are meant for the visitor, and no error. Source: protocol/gms-callback.md §1.6, §4.2.
 */
export function refusalIn(body: JsonObject): Failure | null {
  const says = (key: string): boolean => typeof body[key] === 'string' && body[key] !== '';
  const isRefused =
    says('error') ||
    says('exception') ||
    (says('message') && !says('_action') && (body['_id'] ?? body['id']) === undefined);
  return isRefused ? { kind: 'refused', ...failureDetails(body) } : null;
}

export function errorCodes(errors: unknown): readonly number[] {
  if (!Array.isArray(errors)) return [];
  return errors
    .map((error: unknown) => (isJsonObject(error) ? error['code'] : null))
    .map((code) => (typeof code === 'string' && /^\d{1,6}$/.test(code) ? Number(code) : code))
    .filter((code) => typeof code === 'number');
}

function kindOf(status: number, isToldWhen: boolean): FailureKind {
  if (status === 401 || status === 403) return 'unauthorised';
  if (status === 404 || status === 410) return 'missing';
  if (status === 429 || (status === 503 && isToldWhen)) return 'busy';
  if (status >= 500 || status === 408 || status === 425) return 'server';
  return 'refused';
}

/** Seconds or an HTTP date; null when there is none that can be read. */
function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const isSeconds = /^\d+$/.test(value);
  // `Date.parse` finds a date in almost anything
  if (!isSeconds && !value.endsWith('GMT')) return null;
  const ms = isSeconds ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS);
}
