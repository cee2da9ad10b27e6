/** Index of the first row in sight; null while the end of the conversation is. It moves with a chat to another window. */
export function readPlace(page: Document): number | null {
  const log = page.querySelector('[role=log]');
  if (log === null || log.scrollHeight - log.scrollTop - log.clientHeight <= NEAR_END_PX) return null;
  const { top } = log.getBoundingClientRect();
  const row = [...log.querySelectorAll('[data-index]')].find(
    (one) => one.getBoundingClientRect().bottom > top,
  );
  const index = Number(row?.getAttribute('data-index') ?? Number.NaN);
  return Number.isInteger(index) ? index : null;
}

/** As the transcript has it: who is this near to the end follows it. */
const NEAR_END_PX = 24;

/**
 * Goes to a row as soon as it is there: the transcript is read again in the new window. The signal gives it up,
 * and so does the visitor by scrolling.
 */
export function restorePlace(page: Document, index: number, signal: AbortSignal): void {
  const stop = (): void => observer.disconnect();
  const observer = new MutationObserver(() => {
    const log = page.querySelector('[role=log]');
    const row = log?.querySelector(`[data-index="${index}"]`);
    if (!log || !row) return;
    stop();
    // after the transcript has gone to its end, as it does with what has just come
    requestAnimationFrame(() => {
      log.scrollBy(0, row.getBoundingClientRect().top - log.getBoundingClientRect().top);
      // the browser's own word for it comes a frame later: too late for a transcript that keeps to its end meanwhile
      log.dispatchEvent(new Event('scroll'));
    });
  });
  observer.observe(page.body, { childList: true, subtree: true, attributeFilter: ['data-index'] });
  for (const sign of ['wheel', 'touchstart', 'keydown'])
    page.addEventListener(sign, stop, { once: true, signal });
  signal.addEventListener('abort', stop);
}
