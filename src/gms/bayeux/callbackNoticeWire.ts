import { isJsonObject, parseJson, valueAt } from '../jsonObject.ts';
import { isPathId } from '../ownAddress.ts';

/** An agent is ready: for which service, and by which named request the visitor is connected. */
export type CallbackNotice = Readonly<{ serviceId: string; action: string }>;

/**
 * Reads what was pushed on `/_genesys`; null when it is something else. `_id` and `_action` may be in `message`, as an
 * object or as JSON text, or beside it. Source: protocol/gms-callback.md §3.5, §5.3, A21.
 */
export function readCallbackNotice(data: unknown): CallbackNotice | null {
  const message = valueAt(data, 'message');
  return noticeIn(typeof message === 'string' ? parseJson(message) : message) ?? noticeIn(data);
}

function noticeIn(value: unknown): CallbackNotice | null {
  if (!isJsonObject(value)) return null;
  const { _id: serviceId, _action: action } = value;
  const isNotice = typeof serviceId === 'string' && typeof action === 'string';
  // both become part of a path
  return isNotice && isPathId(serviceId) && isPathId(action) ? { serviceId, action } : null;
}
