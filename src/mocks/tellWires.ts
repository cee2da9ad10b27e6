import type { WireCall, WireNews } from './wireNews.ts';
import { WIRE_CHANNEL, WIRE_QUESTION } from './wireNews.ts';

/** So many calls are told. */
const TOLD = 60;

/**
 * Tells other pages of this origin what went over a wire, when the returned function is called and when they ask.
 * `from` tells this page from others.
 */
export function tellWires(from: string, calls: () => readonly WireCall[]): () => void {
  const channel = new BroadcastChannel(WIRE_CHANNEL);
  const tell = (): void => {
    const news: WireNews = { from, calls: calls().slice(-TOLD) };
    channel.postMessage(news);
  };
  channel.addEventListener('message', ({ data }) => {
    if (data === WIRE_QUESTION) tell();
  });
  return tell;
}
