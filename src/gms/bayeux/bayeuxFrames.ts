import type { Transport } from 'cometd';
import { isJsonObject, parseJson } from '../jsonObject.ts';

/** What is longer is not even parsed, as over REST. Source: reliability.md F39. */
const LONGEST_FRAME = 5 * 1024 * 1024;

/**
 * Makes a carrier of CometD read only what Bayeux can be. CometD takes whatever parses, and what is no list of
 * messages would be thrown into the page: a socket has nobody there to catch it. Source: reliability.md I11.
 */
export function withReadableFrames<Carrier extends Transport>(carrier: Carrier): Carrier {
  return Object.assign(carrier, {
    convertToMessages: (frame: unknown) => {
      const messages = messagesIn(frame);
      if (messages === null && carrier.type === 'long-polling') throw new Error('Not an answer of Bayeux');
      return messages ?? [];
    },
  });
}

function messagesIn(frame: unknown): readonly object[] | null {
  if (typeof frame !== 'string' || frame.length > LONGEST_FRAME) return null;
  const messages = parseJson(frame);
  return Array.isArray(messages) ? messages.filter(isMessage) : null;
}

function isMessage(message: unknown): message is object {
  return isJsonObject(message) && typeof message['channel'] === 'string';
}
