import type { Chat, ChatEvent } from '../chat/chat.ts';
import type { GmsReply } from '../gms.ts';
import type { World } from '../world.ts';
import { jsonReply } from '../wire/reply.ts';

/** The success body, the same for every operation. Source: protocol/gms-chat.md §4. */
export function chatReply(
  world: World,
  chat: Chat,
  events: readonly ChatEvent[],
  more: object = {},
): GmsReply {
  return jsonReply({
    messages: events.map((event) => wireEvent(world, event)),
    chatEnded: chat.end !== null,
    statusCode: 0,
    alias: chat.alias,
    secureKey: chat.secureKey,
    userId: chat.userId,
    chatId: chat.id,
    nextPosition: chat.nextIndex,
    monitored: false,
    ...(chat.idleClosesAt === null
      ? {}
      : { idleTimerExpire: Math.ceil((chat.idleClosesAt - world.now) / 1000) }),
    ...(world.settings.quirks.includes('extra-fields') ? { futureField: { deep: [true] } } : {}),
    ...more,
  });
}

/** `statusCode` 2. Source: protocol/gms-chat.md §8.1, §8.2. */
export function chatRefusal(
  code: number,
  advice: string,
  more: Readonly<{ chat?: Chat; chatEnded?: boolean; status?: number }> = {},
): GmsReply {
  const ids = more.chat === undefined ? {} : { alias: more.chat.alias, chatId: more.chat.id };
  const errors = [{ code, advice }];
  return jsonReply(
    { messages: [], chatEnded: more.chatEnded ?? false, statusCode: 2, ...ids, errors },
    more.status,
  );
}

function wireEvent(world: World, event: ChatEvent): object {
  const { index, at, type, from, text, userData, eventAttributes, contentType, content } = event;
  const { quirks } = world.settings;
  return {
    from,
    ...(index === 0 ? {} : { index: quirks.includes('text-index') ? String(index) : index }),
    type,
    ...(text === undefined ? {} : { text }),
    ...(type === 'Message' ? { messageType: 'text' } : {}),
    utcTime: Math.floor(at / 1000) * 1000,
    ...(userData === undefined ? {} : { userData }),
    ...(eventAttributes === undefined ? {} : { eventAttributes }),
    ...(contentType === undefined ? {} : { contentType, content }),
    ...(quirks.includes('extra-fields') ? { futureField: { deep: true } } : {}),
  };
}
