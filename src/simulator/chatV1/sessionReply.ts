import type { Chat } from '../chat/chat.ts';
import type { GmsReply } from '../gms.ts';
import type { World } from '../world.ts';
import type { TranscriptRow } from './transcriptRows.ts';
import { jsonReply } from '../wire/reply.ts';

type Answer = Readonly<{
  state: 'CONNECTED' | 'TRANSCRIPT' | 'DISCONNECTED';
  /** position of the last row that is handed out, or of the last one there is */
  position: number;
  rows: readonly TranscriptRow[];
  isVerbose: boolean;
}>;

/** The answer to every operation of v1. Sources: protocol/gms-chat.md §13.3, gms-callback.md §2.15. */
export function sessionReply(world: World, chat: Chat, answer: Answer): GmsReply {
  return jsonReply({
    chatIxnState: answer.state,
    chatSessionId: chat.id,
    transcriptPosition: String(answer.position),
    startedAt: `${new Date(chat.startedAt).toISOString().slice(0, 19)}Z`,
    chatServiceMessage: chat.end === null ? 'Chat is open' : 'Chat is closed',
    ...(answer.rows.length === 0 ? {} : { transcriptToShow: answer.rows }),
    ...(answer.isVerbose ? verboseFields(world, chat) : {}),
  });
}

function verboseFields(world: World, chat: Chat): object {
  const path = `${world.settings.base}/1/service/${chat.service}/ixn/chat`;
  return {
    userId: chat.userId,
    secureKey: chat.secureKey,
    checkChatServiceLoadBalancerPath: '/WebAPI812/lb',
    chatServerLoadBalancerAlias: chat.alias,
    chatServerHost: `chat-${chat.alias}`,
    chatWebApiPort: 4890,
    isTLSrequired: false,
    clientTimeZoneOffset: '0',
    _chatIxnAPI_SEND_URL: `${path}/send`,
    _chatIxnAPI_REFRESH_URL: `${path}/refresh`,
    _chatIxnAPI_REFRESH_FROM_START_URL: `${path}/refresh?transcriptPosition=0`,
    _chatIxnAPI_START_TYPING_URL: `${path}/startTyping`,
    _chatIxnAPI_STOP_TYPING_URL: `${path}/stopTyping`,
    _chatIxnAPI_DISCONNECT_URL: `${path}/disconnect`,
  };
}
