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

/** The body holds one character for each byte: names and texts are UTF-8, files are whatever they are. */
function multipartFields(body: string, boundary: string): Field[] {
  return body.split(`--${boundary}`).flatMap((part): Field[] => {
    const headEnd = part.indexOf('\r\n\r\n');
    const head = fromUtf8(part.slice(0, headEnd));
    const name = /[;\s]name="([^"]*)"/.exec(head)?.[1];
    const fileName = /[;\s]filename="([^"]*)"/.exec(head)?.[1];
    const value = part.slice(headEnd + 4).replace(/\r\n$/, '');
    if (headEnd < 0 || name === undefined) return [];
    return fileName === undefined ? [[name, fromUtf8(value)]] : [[name, value, unescaped(fileName)]];
  });
}

function fromUtf8(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

/** Browsers write quotes and line ends in names of files so. Source: the HTML standard, multipart/form-data. */
function unescaped(name: string): string {
  return name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}
