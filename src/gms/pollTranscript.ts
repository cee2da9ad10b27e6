import type { Batch, ChatLine, Clock } from '../session/ports.ts';
import type { GmsSettings } from './gmsSettings.ts';

const PACE_GROWTH = 1.2;
/**
 * While nobody looks, a refresh that takes its full ten seconds and this pause stay within the 20 s of silence that
 * leave one request to spare before a server drops the client; seven or eight a minute. Browsers let a page that
 * nobody sees wake once a minute only, but not from a wait that begins with an answer: each of ours does.
 */
const HIDDEN_PAUSE_MS = 8_000;

type Listening = Parameters<ChatLine['listen']>;

type Refresh = (position: number, signal: AbortSignal) => Promise<Batch>;

type TranscriptPoll = Pick<ChatLine, 'listen' | 'refreshNow'> &
  Readonly<{
    /** Starts the pace again from its shortest pause: an answer is to be expected soon. */
    quicken(): void;
  }>;

/**
 * Reads a transcript by asking again and again, one refresh at a time. Every refresh waits one pause first, unless
 * `refreshNow` was called since the last one: a chat just opened has nothing to tell yet, and who resumes one, or
 * tries again after a failure, calls `refreshNow` as well. The pause is armed when the answer has come; it grows by a
 * fifth while nothing happens and is short again after `quicken` or a new event of another participant.
 * `listen` ends with the batch that ends the chat, and without a word when its signal aborts.
 * Source: protocol/gms-chat.md §3.5, §9, contract.md §3.
 */
export function pollTranscript(settings: GmsSettings, clock: Clock, refresh: Refresh): TranscriptPoll {
  let pause = settings.pollIntervalMin;
  let isUrgent = false;
  let alarm: AbortController | null = null;

  const isUnseen = (): boolean => settings.isHidden?.() ?? false;
  const isTurn = (signal: AbortSignal): boolean => isUrgent || signal.aborted;

  /** Waits for the pause as it is now: a change of it, or of `isUrgent`, rings the alarm. */
  async function waitForTurn(signal: AbortSignal): Promise<void> {
    while (!isTurn(signal)) {
      const rung = new AbortController();
      const ring = (): void => rung.abort();
      alarm = rung;
      signal.addEventListener('abort', ring, { once: true });
      await clock
        .sleep(isUnseen() ? Math.max(pause, HIDDEN_PAUSE_MS) : pause, rung.signal)
        .catch(() => undefined);
      signal.removeEventListener('abort', ring);
      if (!rung.signal.aborted) break;
    }
    // who has given up leaves the hurry to whoever listens next
    if (!signal.aborted) isUrgent = false;
  }

  async function* listen(...[position, signal, earlier]: Listening): AsyncGenerator<Batch, void> {
    const wish = () => earlier?.() ?? null;
    while (!signal.aborted) {
      await waitForTurn(signal);
      if (signal.aborted) return;
      const page = wish();
      const asked = page ?? position();
      const batch = await refresh(asked, signal).catch((error: unknown) => {
        if (signal.aborted) return null;
        throw error;
      });
      if (!batch) return;
      const { pollIntervalMin, pollIntervalMax } = settings;
      const longer = hasNews(batch, asked) ? 0 : Math.min(pause * PACE_GROWTH, pollIntervalMax);
      // the settings of a chat that is pushed change while it runs
      pause = Math.max(longer, pollIntervalMin);
      yield page === null ? batch : { ...batch, page };
      // what is still wished for of a chat that is over can be had once more at best
      if (batch.isEnded && wish() === null) return;
    }
  }

  return {
    listen,
    refreshNow() {
      isUrgent = true;
      alarm?.abort();
    },
    quicken() {
      // a pause that is short already goes on: many messages in a row must not put the refresh off for ever
      if (pause === settings.pollIntervalMin) return;
      pause = settings.pollIntervalMin;
      alarm?.abort();
    },
  };
}

function hasNews(batch: Batch, position: number): boolean {
  return batch.events.some((event) => event.from.role !== 'me' && (event.index ?? Infinity) > position);
}
