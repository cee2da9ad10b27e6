import type { InviteOptions } from '../launcher/gmsChat.ts';
import type { InviteClock } from './countdown.ts';
import { createCountdown } from './countdown.ts';
import { drawInvitation } from './drawInvitation.ts';

export type Answer =
  | Readonly<{ result: 'accept'; media: 'chat' | 'callback' }>
  | Readonly<{ result: 'cancel' | 'timeout' | 'pageExit' }>;

/** It says so this long before it goes. */
const NOTICE_MS = 10_000;
/** A live region is only heard when something changes in it after it is there. */
const ANNOUNCE_MS = 500;

/**
 * Puts the invitation on the page and calls `onAnswer` once, in the click where there is one, with the dialog gone.
 * It takes no focus. Time passes only while nobody points at it, is in it, or is away from the page.
 */
export function showInvitation(
  page: Window,
  options: InviteOptions,
  clock: InviteClock,
  onAnswer: (answer: Answer) => void,
): void {
  const { document } = page;
  const { host, corner, dialog, accepts, decline, warn, announce } = drawInvitation(document, options);
  const { timeout = 30 } = options;
  const listening = new AbortController();
  const { signal } = listening;
  const countdowns =
    timeout > 0
      ? [
          createCountdown(clock, timeout * 1000, () => answer({ result: 'timeout' })),
          createCountdown(clock, Math.max(0, timeout * 1000 - NOTICE_MS), warn),
        ]
      : [];
  let isPointedAt = false;
  let isFocused = false;
  let before: HTMLElement | null = null;

  for (const { button, media } of accepts) {
    button.addEventListener('click', () => answer({ result: 'accept', media }), { signal });
  }
  decline.addEventListener('click', () => answer({ result: 'cancel' }), { signal });
  document.addEventListener('keydown', onKey, { signal });
  page.addEventListener('pagehide', () => answer({ result: 'pageExit' }), { signal });
  document.addEventListener('visibilitychange', tick, { signal });
  dialog.addEventListener('pointerenter', () => point(true), { signal });
  dialog.addEventListener('pointerleave', () => point(false), { signal });
  host.addEventListener('focusin', onFocusIn, { signal });
  host.addEventListener('focusout', () => focus(false), { signal });

  document.body.append(host);
  const callOff = clock.after(ANNOUNCE_MS, announce);
  tick();

  function point(isIn: boolean): void {
    isPointedAt = isIn;
    tick();
  }

  function focus(isIn: boolean): void {
    isFocused = isIn;
    tick();
  }

  function tick(): void {
    const isPaused = isPointedAt || isFocused || document.visibilityState === 'hidden';
    corner.toggleAttribute('data-paused', isPaused);
    for (const countdown of countdowns) countdown[isPaused ? 'pause' : 'run']();
  }

  function onKey(event: KeyboardEvent): void {
    // the page's own dialogs and fields come first
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) answer({ result: 'cancel' });
  }

  function onFocusIn({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof HTMLElement && relatedTarget !== host) before = relatedTarget;
    focus(true);
  }

  function answer(answer: Answer): void {
    if (signal.aborted) return;
    listening.abort();
    callOff();
    for (const countdown of countdowns) countdown.pause();
    const hadFocus = document.activeElement === host;
    host.remove();
    if (hadFocus) before?.focus();
    onAnswer(answer);
  }
}
