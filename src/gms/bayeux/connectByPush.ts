import type { ChatTransport, Order, ServiceDesk } from '../../session/ports.ts';
import type { GmsSettings } from '../gmsSettings.ts';
import { createPost } from '../http.ts';
import { createPushDesk, noticeFields } from './createPushDesk.ts';
import { createPushTransport } from './createPushTransport.ts';
import { hidingTransport } from './hidingTransport.ts';
import type { PushPorts } from './push.ts';
import { createPush } from './push.ts';

/** How it goes without push: handed in, so that its code stays where everybody has it. */
export type Unpushed = Readonly<{
  polling: ChatTransport;
  /** `fieldsOf`: further parameters of a start */
  createDesk: (fieldsOf?: (order: Order) => Readonly<Record<string, string>>) => ServiceDesk;
}>;

/**
 * The ports of a session with push over Bayeux at `cometdUrl`. The service API and Chat API v1 share `/_genesys`,
 * where GMS knows the visitor by the header `gms_user`; Chat API v2 has a channel of its own and gets by without it, so
 * that it may come over a WebSocket. Source: contract.md §3, protocol/gms-chat.md §11, §12, §13.
 */
export async function connectByPush(
  api: 'v1' | 'v2',
  settings: GmsSettings,
  cometdUrl: string,
  ports: PushPorts,
  { polling, createDesk }: Unpushed,
): Promise<Readonly<{ desk: ServiceDesk; transport: ChatTransport }>> {
  const { clock, isOnline } = ports;
  const { gmsUser, apiKey, authorization, requestTimeout: timeout } = settings;
  const headers = {
    ...(gmsUser && { gms_user: gmsUser }),
    ...(apiKey && { apikey: apiKey, 'x-api-key': apiKey }),
    ...(authorization && { authorization }),
  };
  const target = { url: cometdUrl, timeout, headers };
  const pushes = {
    v1: createPush(
      {
        ...target,
        channel: '/_genesys',
        mayUseSocket: false,
      },
      ports,
    ),
    v2: createPush(
      {
        ...target,
        channel: `/service/chatV2/${settings.chatServiceName}`,
        mayUseSocket: true,
      },
      ports,
    ),
  };
  // events come without anybody asking and cannot wait for it: it comes along, or the words are all
  const addRich = await import('../chatV2/addRich.ts').then(
    (reader) => reader.addRich,
    () => null,
  );
  const transport = createPushTransport({
    api,
    settings,
    clock,
    ports,
    pushes,
    polling,
    post: createPost(settings, clock, isOnline),
    wire: { ...(await settings.loadAfterStart()), ...(await settings.loadAfterStartV2()) },
    ...(addRich && { addRich }),
  });
  return {
    desk: createPushDesk(createDesk(noticeFields), pushes.v1, clock),
    transport: await withoutTheHidden(transport, settings),
  };
}

/** When what hides something does not come, all is shown rather than nothing. */
async function withoutTheHidden(transport: ChatTransport, { hidden }: GmsSettings): Promise<ChatTransport> {
  if (!hidden) return transport;
  return import('../withoutHidden.ts').then(
    ({ withoutHidden }) => hidingTransport(transport, (batch) => withoutHidden(batch, hidden)),
    () => transport,
  );
}
