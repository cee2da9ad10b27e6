import type { Batch, ChatLine } from '../session/ports.ts';

/**
 * A line whose code is still on its way: every call waits for it, and asks for it again if it did not come.
 * `shown` has the last word on what an answer tells.
 */
export function lazyLine(load: () => Promise<ChatLine>, shown: (batch: Batch) => Promise<Batch>): ChatLine {
  let loading: Promise<ChatLine> | null = null;

  function line(): Promise<ChatLine> {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  }

  return {
    async *listen(...asked) {
      for await (const batch of (await line()).listen(...asked)) yield shown(batch);
    },
    refreshNow() {
      // if it does not come, `listen` says so
      line().then(
        (loaded) => loaded.refreshNow(),
        () => undefined,
      );
    },
    send: async (...message) => (await line()).send(...message),
    signalTyping: async (isTyping, signal) => (await line()).signalTyping(isTyping, signal),
    rename: async (nickname, signal) => (await line()).rename(nickname, signal),
    tell: async (news, signal) => (await line()).tell?.(news, signal),
    leave: async (signal) => (await line()).leave(signal),
  };
}
