import { ChatError } from '../../session/failure.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import type { Call } from '../http.ts';
import { isJsonObject } from '../jsonObject.ts';
import { isPathId } from '../ownAddress.ts';
import { callbackPath } from './callbackPath.ts';
import { refusalIn } from '../httpFailure.ts';

type Change = Readonly<{ method: 'PUT' | 'DELETE'; query?: string; body?: string }>;

/**
 * Moves a callback to another slot, named as the server named it. A refusal may carry `availability`.
 * @throws ChatError. Source: protocol/gms-callback.md §2.3
 */
export async function rescheduleCallback(
  call: Call,
  settings: GmsSettings,
  serviceId: string,
  desiredTime: string,
  signal: AbortSignal,
): Promise<void> {
  const body = JSON.stringify({ _new_desired_time: desiredTime });
  await change(call, settings, serviceId, { method: 'PUT', body }, signal);
}

/**
 * Gives an order back. A 400 says that ORS does not cooperate: asked once more, GMS does without it.
 * @throws ChatError. Source: protocol/gms-callback.md §2.4
 */
export async function cancelCallback(
  call: Call,
  settings: GmsSettings,
  serviceId: string,
  signal: AbortSignal,
): Promise<void> {
  const cancel = (query: string) => change(call, settings, serviceId, { method: 'DELETE', query }, signal);
  await cancel('').catch((error: unknown) => {
    if (error instanceof ChatError && error.failure.status === 400) {
      return cancel('?discard_ors_failure=true');
    }
    throw error;
  });
}

async function change(
  call: Call,
  settings: GmsSettings,
  serviceId: string,
  { query = '', ...sent }: Change,
  signal: AbortSignal,
): Promise<void> {
  // can only come from a record that was tampered with
  if (!isPathId(serviceId)) throw new ChatError({ kind: 'missing' });
  const path = `${callbackPath(settings)}/${serviceId}${query}`;
  // who gives an order back and leaves at once must not be called all the same
  const request = { ...sent, path, api: 'service', keepalive: true } as const;
  const answer = await call(request, isAcknowledgement, signal);
  const refusal = isJsonObject(answer) ? refusalIn(answer) : null;
  if (refusal) throw new ChatError(refusal);
}

/** What a change is answered with is not documented: anything, except the page of a proxy that wants a login. */
function isAcknowledgement(_value: unknown, text: string): _value is unknown {
  return !/^\s*</.test(text);
}
