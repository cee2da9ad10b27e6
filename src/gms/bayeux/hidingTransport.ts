import type { Batch, ChatTransport } from '../../session/ports.ts';

/** The same chats, with the last word on what their answers tell. */
export function hidingTransport(transport: ChatTransport, hide: (batch: Batch) => Batch): ChatTransport {
  return {
    open: async (...order) => hide(await transport.open(...order)),
    attach(chat) {
      const line = transport.attach(chat);
      return {
        ...line,
        async *listen(...asked) {
          for await (const batch of line.listen(...asked)) yield hide(batch);
        },
      };
    },
  };
}
