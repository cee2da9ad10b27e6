import type { HoldFact } from '../session/event.ts';
import type { ChatRef, OwnerLock, Seat } from '../session/ports.ts';
import type { RecordContent } from '../session/recordOf.ts';
import { openWindowTalk } from './windowTalk.ts';

/** The session as far as other windows need to know it. */
export type Kept = Readonly<{
  record: () => RecordContent | null;
  /** reads the record of another window; null for what is none */
  read: (text: string, now: number) => RecordContent | null;
  isOver: () => boolean;
  subscribe: (listener: () => void) => () => void;
}>;

/** A window that does not answer for so long hangs or is frozen: the chat is taken from it. */
const ANSWER_MS = 1_000;

/**
 * One window per chat by a Web Lock: the browser itself knows when the window that has it closes or crashes, and
 * gives it to the next within milliseconds. A page that goes into the back/forward cache lets go of it, because
 * pages with locks are not kept there. Source: reliability.md F91, N9.
 */
export function createOwnerLock(page: Window, kept: Kept): OwnerLock {
  return { hold: (chat, tell, signal) => takeSeat(page, kept, { chat, tell, signal }) };
}

type Claim = Readonly<{ chat: ChatRef; tell: (news: HoldFact) => void; signal: AbortSignal }>;

function takeSeat(page: Window, kept: Kept, { chat, tell, signal }: Claim): Seat {
  const { locks } = page.navigator;
  let name = '';
  let isHere = false;
  let release: (() => void) | null = null;
  let waiting = new AbortController();
  /** runs while an answer to our wish is awaited */
  let wish: ReturnType<typeof setTimeout> | null = null;
  const talk = openWindowTalk(kept, (said) => {
    if (said.type === 'want' && isHere) tell({ type: 'holdWanted' });
    if (said.type === 'yours' && wish !== null) steal();
    if (said.type === 'record' && !isHere) tell({ type: 'mirrored', record: said.record });
    // the lock of a window that has ended may be here before its word is
    if (said.type === 'ended') tell({ type: 'endedElsewhere' });
  });

  /** The lock is ours for as long as the promise that this answers is not resolved. */
  function keep(): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    forgetWish();
    waiting.abort();
    isHere = true;
    tell({ type: 'holdGained' });
    talk.share();
    return new Promise((resolve) => {
      release = resolve;
    });
  }

  function letGo(): void {
    isHere = false;
    release?.();
    release = null;
  }

  function request(options: LockOptions, onLock: LockGrantedCallback<Promise<void> | undefined>): void {
    locks.request(name, options, onLock).catch((error: unknown) => {
      const isAbort = error instanceof DOMException && error.name === 'AbortError';
      // a window without storage of its own has no locks either
      if (!isAbort && !isHere) tell({ type: 'holdGained' });
      if (!isAbort || !isHere) return;
      letGo();
      talk.hush();
      tell({ type: 'holdTaken' });
      queue();
    });
  }

  /** Ours at once, or known to be another window's. A window that was just reloaded is the one in use. */
  function ask(isWanted: boolean): void {
    request({ ifAvailable: true }, (lock) => {
      if (lock) return keep();
      if (isWanted) takeOver();
      else tell({ type: 'holdTaken' });
      queue();
      return undefined;
    });
  }

  /** Whoever has it is asked to tell what it keeps: we may be the next. */
  function queue(): void {
    talk.greet();
    waiting.abort();
    waiting = new AbortController();
    request({ signal: waiting.signal }, keep);
  }

  function takeOver(): void {
    talk.want();
    forgetWish();
    wish = setTimeout(steal, ANSWER_MS);
  }

  /** Past all who wait: this is the window that the person is looking at. */
  function steal(): void {
    forgetWish();
    if (isHere) return;
    waiting.abort();
    request({ steal: true }, keep);
  }

  function forgetWish(): void {
    clearTimeout(wish ?? undefined);
    wish = null;
  }

  function leave(): void {
    if (isHere && kept.isOver()) talk.end();
    letGo();
    forgetWish();
    waiting.abort();
    talk.close();
  }

  signal.addEventListener('abort', leave, { once: true });
  page.addEventListener('pagehide', letGo, { signal });
  page.addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) ask(false);
    },
    { signal },
  );
  lockName(chat)
    .then((made) => {
      name = made;
      if (signal.aborted) return;
      talk.open(name);
      ask(isReloaded(page));
    })
    // a page that may have no channel of its origin has no other window to reckon with
    .catch(() => tell({ type: 'holdGained' }));

  return {
    takeOver,
    yield() {
      if (!isHere) return;
      talk.share();
      talk.giveAway();
      letGo();
      queue();
    },
  };
}

/** Names of locks can be seen by all pages of the origin: the ids of the chat are not to be read from it. */
async function lockName(chat: ChatRef): Promise<string> {
  const id = chat.api === 'v2' ? chat.chatId : `${chat.path} ${chat.sessionId}`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id));
  const hex = Array.from(new Uint8Array(digest).slice(0, 16), (byte) => byte.toString(16).padStart(2, '0'));
  return `gms-chat-console:${hex.join('')}`;
}

function isReloaded(page: Window): boolean {
  const [entry] = page.performance.getEntriesByType('navigation');
  const isReload = entry !== undefined && 'type' in entry && entry.type === 'reload';
  return isReload && page.document.visibilityState === 'visible';
}
