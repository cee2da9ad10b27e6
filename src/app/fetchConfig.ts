import { withDeadline } from '../gms/deadline.ts';
import { ChatError } from '../session/failure.ts';
import type { Failure } from '../session/failure.ts';
import type { Clock } from '../session/ports.ts';

/** Waits between attempts to get the file: it lies beside the page that was just loaded. */
const RETRIES_MS = [500, 2_000];
/** Before the file is there nobody has said how long a call may take: as long as one does by default. */
const DEADLINE_MS = 10_000;

/** The text of `config.json` beside the page; null when there is no such file. Throws a `ChatError`. */
export async function fetchConfig(page: Window, clock: Clock): Promise<string | null> {
  const waits = [...RETRIES_MS];
  for (;;) {
    try {
      return await withDeadline(clock, DEADLINE_MS, new AbortController().signal, (signal) =>
        fetchOnce(page, signal),
      );
    } catch (error) {
      const wait = waits.shift();
      if (!page.navigator.onLine) await untilOnline(page);
      else if (wait === undefined) throw error;
      else await clock.sleep(wait, new AbortController().signal);
    }
  }
}

async function fetchOnce(page: Window, signal: AbortSignal): Promise<string | null> {
  const address = new URL('config.json', page.location.href);
  const failure: Failure = { kind: 'network' };
  const reply = await page.fetch(address, { cache: 'no-cache', signal }).catch((cause: unknown) => {
    throw new ChatError(failure, { cause });
  });
  if (reply.ok) return reply.text();
  if (reply.status === 404) return null;
  throw new ChatError({ kind: 'server', status: reply.status });
}

function untilOnline(page: Window): Promise<void> {
  return new Promise((resolve) => {
    page.addEventListener('online', () => resolve(), { once: true });
  });
}
