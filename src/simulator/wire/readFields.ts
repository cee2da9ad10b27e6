import type { Field, GmsReply } from '../gms.ts';
import { gmsError } from './reply.ts';

export type ReadFields = Readonly<{ fields: readonly Field[] }> | Readonly<{ refusal: GmsReply }>;

/** Query and body as one list of pairs. Sources: protocol/gms-callback.md §1.3, gms-chat.md §3.1, §13.2. */
export function readFields(query: URLSearchParams, contentType: string, body: string): ReadFields {
  const fromQuery = [...query];
  if (body === '') return { fields: fromQuery };
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return { fields: [...fromQuery, ...new URLSearchParams(body)] };
  }
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(contentType)?.[1];
  if (boundary !== undefined) return { fields: [...fromQuery, ...multipartFields(body, boundary)] };
  if (contentType.startsWith('application/json')) return withJson(fromQuery, body);
  return {
    refusal: gmsError(415, `Unsupported content type: ${contentType || 'none'}`, 'UnsupportedMediaType'),
  };
}

function withJson(fromQuery: readonly Field[], body: string): ReadFields {
  try {
    return { fields: [...fromQuery, ...jsonFields(JSON.parse(body), '')] };
  } catch {
    return { refusal: gmsError(400, 'The body is not JSON', 'BadRequest') };
  }
}

/** Nested keys come out in bracket notation, as a form would have them. */
function jsonFields(value: unknown, name: string): Field[] {
  if (value === null) return [[name, '']];
  if (typeof value !== 'object') return [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
  return Object.entries(value).flatMap(([key, part]) =>
    jsonFields(part, name === '' ? key : `${name}[${key}]`),
  );
}

function multipartFields(body: string, boundary: string): Field[] {
  return body.split(`--${boundary}`).flatMap((part): Field[] => {
    const headEnd = part.indexOf('\r\n\r\n');
    const name = /\bname="([^"]*)"/.exec(part.slice(0, headEnd))?.[1];
    return headEnd < 0 || name === undefined ? [] : [[name, part.slice(headEnd + 4).replace(/\r\n$/, '')]];
  });
}
