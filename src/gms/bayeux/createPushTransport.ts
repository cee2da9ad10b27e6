import { ChatError, failureOf } from '../../session/failure.ts';
import type { Batch, ChatInvitation, ChatLine, ChatTransport, Order } from '../../session/ports.ts';
import { openBody } from '../chatV2/openBody.ts';
import { isJsonObject, parseJson, valueAt } from '../jsonObject.ts';
import { createChatV1PushLine } from './chatV1PushLine.ts';
import type { ChatV2PushParts } from './chatV2PushLine.ts';
import { createChatV2PushLine } from './chatV2PushLine.ts';
import { connectPatiently } from './connectPatiently.ts';
import { createOutcome } from './outcome.ts';
import type { Push, PushPorts } from './push.ts';

type PushTransportParts = Omit<ChatV2PushParts, 'push'> &
  Readonly<{
    api: 'v1' | 'v2';
    /** how chats are opened without push */
    polling: ChatTransport;
    /** `/_genesys`, and `/service/chatV2/{service}` */
    pushes: Readonly<Record<'v1' | 'v2', Push>>;
    ports: PushPorts;
  }>;

/**
 * Chats whose events are pushed. One that is opened while no push can be had is polled to its end. Source: protocol/gms-chat.md §12, §13.1, gms-callback.md §3.6.
 */
export function createPushTransport(parts: PushTransportParts): ChatTransport {
  const { api, polling, pushes, ports } = parts;
  const partsFor = (version: 'v1' | 'v2') => ({ ...parts, push: pushes[version] });
  /** of the chat that was opened last: it has been listening from its first moment */
  let fresh: Readonly<{ batch: Batch; line: ChatLine }> | null = null;
  /** Chats of this page: one that was left may still be told of when the next one is opened. */
  const known = new Set<string>();

  async function openV1(order: Order, invitation: ChatInvitation, signal: AbortSignal): Promise<Batch> {
    const { wire, post } = parts;
    const release = pushes.v1.hold(idleHolder());
    try {
      const isPushed = await connectPatiently(pushes.v1, ports, signal);
      const batch = await wire.openChatV1(post, order, invitation, signal, isPushed);
      if (isPushed) fresh = { batch, line: createChatV1PushLine(partsFor('v1'), batch) };
      return batch;
    } finally {
      release();
    }
  }

  async function openV2(order: Order, signal: AbortSignal): Promise<Batch> {
    const push = pushes.v2;
    const outcome = createOutcome<Batch>(parts.clock);
    let isUnseen = false;
    const release = push.hold({
      ...idleHolder(),
      heard(data) {
        const chatId = valueAt(data, 'chatId');
        if (!outcome.isAwaited() || (typeof chatId === 'string' && known.has(chatId))) return;
        const batch = readOpening(parts, data);
        if (batch instanceof ChatError) return outcome.refuse(batch.failure);
        // listens from this moment on: what follows is its own
        fresh = { batch, line: createChatV2PushLine(partsFor('v2'), batch) };
        outcome.settle(batch);
      },
    });
    const publish = () =>
      push
        .publish({ operation: 'requestChat', ...openCommand(order, parts.settings.endpoint) })
        .catch((error: unknown) => {
          isUnseen = ['busy', 'refused'].includes(failureOf(error).kind);
          throw error;
        });
    try {
      if (!(await connectPatiently(push, ports, signal))) return await polling.open(order, null, signal);
      return await outcome.after(publish, parts.settings.requestTimeout, signal);
    } catch (error) {
      // the server wants no chats that way: none has been opened
      if (isUnseen) return polling.open(order, null, signal);
      throw error;
    } finally {
      release();
    }
  }

  return {
    async open(order, invitation, signal) {
      fresh?.line.close?.();
      fresh = null;
      if (invitation) return openV1(order, invitation, signal);
      return api === 'v2' ? openV2(order, signal) : polling.open(order, null, signal);
    },
    attach(chat) {
      if (chat.api === 'v2') known.add(chat.chatId);
      if (fresh?.batch.chat === chat) return fresh.line;
      // whether Bayeux knows its ids nobody says, and to try is no way to find out
      if (chat.api === 'v2' && chat.via !== 'bayeux') return polling.attach(chat);
      return chat.api === 'v1'
        ? createChatV1PushLine(partsFor('v1'), chat)
        : createChatV2PushLine(partsFor('v2'), chat);
    },
  };
}

/** Keeps a connection while a chat is being opened. */
function idleHolder() {
  return { heard: () => undefined, changed: () => undefined, position: () => 0 };
}

function readOpening({ wire, addRich }: PushTransportParts, told: unknown): Batch | ChatError {
  const data = typeof told === 'string' ? parseJson(told) : told;
  try {
    if (!isJsonObject(data)) return new ChatError({ kind: 'unreadable' });
    const batch = overBayeux(wire.readOpenedChat(data));
    return addRich?.(batch, wire.richRows(wire.readChatReply(data).messages)) ?? batch;
  } catch (error) {
    return error instanceof ChatError ? error : new ChatError({ kind: 'unreadable' });
  }
}

function overBayeux(batch: Batch): Batch {
  return batch.chat.api === 'v2' ? { ...batch, chat: { ...batch.chat, via: 'bayeux' } } : batch;
}

/** The form of Chat API v2 as an object: user data is one of its own here. */
function openCommand(order: Order, endpoint: string | undefined): object {
  const fields: Record<string, string> = {};
  const userData: Record<string, string> = {};
  for (const [name, value] of openBody(order, endpoint)) {
    const key = /^userData\[(.+)\]$/.exec(name)?.[1];
    if (key === undefined) fields[name] = value;
    else userData[key] = value;
  }
  return { ...fields, userData };
}
