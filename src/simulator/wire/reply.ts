import type { GmsReply } from '../gms.ts';

export function jsonReply(value: unknown, status = 200): GmsReply {
  return {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8' },
    body: JSON.stringify(value),
  };
}

export function emptyReply(status = 200): GmsReply {
  return { status, headers: {}, body: '' };
}

export function htmlReply(title: string, status = 200): GmsReply {
  const body = `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status, headers: { 'content-type': 'text/html;charset=utf-8' }, body };
}

/** The error body of the service API and of chat v1. Source: protocol/gms-callback.md §1.6. */
export function gmsError(status: number, message: string, exception: string, more: object = {}): GmsReply {
  return jsonReply({ message, exception: `com.genesyslab.gsg.${exception}`, ...more }, status);
}
