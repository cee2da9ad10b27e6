/**
 * Runs in the page before anything of it, the same in each page that is compared. It must stand by itself:
 * Playwright sends its text.
 * @param {{ firstMessage: string | null }} options what to send as soon as it would be taken
 */
export function probe({ firstMessage }) {
  if (window !== window.top) return;
  /** @type {Promise<number> | null} */
  let watched = null;
  performance.setResourceTimingBufferSize(10_000);

  window.bench = {
    usable: Promise.all([composer(), firstPaint()]).then((times) => Math.max(...times)),
    watch(marker) {
      watched = rowWith(marker);
    },
    async painted() {
      const at = (await watched) ?? 0;
      // the entry of an answer can come after the page has read it
      await new Promise((resolve) => setTimeout(resolve, 100));
      const ends = performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming && entry.name.endsWith('/refresh'))
        .map((entry) => entry.startTime + entry.duration)
        .filter((end) => end <= at);
      return at - Math.max(...ends);
    },
    keys: [],
  };

  addEventListener(
    'keydown',
    (event) => {
      // not the probe's own
      if (event.isTrusted) void afterPaint().then((at) => window.bench.keys.push(at - event.timeStamp));
    },
    true,
  );

  /** Presses Enter in the empty field until somebody takes it for a message: nothing is sent by that. */
  function composer() {
    return new Promise((/** @type {(at: number) => void} */ resolve) => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => {
        const field = document.querySelector('textarea');
        const isTaken = field && !field.disabled && field.value === '' && press(field);
        if (isTaken) {
          resolve(performance.now());
          if (firstMessage !== null) write(field, firstMessage);
        } else {
          // a task of its own each time: it never holds up what it waits for by more than one try
          setTimeout(() => channel.port2.postMessage(null));
        }
      });
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  }

  /**
   * @param {HTMLTextAreaElement} field
   * @param {string} text
   */
  function write(field, text) {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    press(field);
  }

  /** @param {HTMLTextAreaElement} field */
  function press(field) {
    return !field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
    );
  }

  function firstPaint() {
    return new Promise((/** @type {(at: number) => void} */ resolve) => {
      new PerformanceObserver((list) => {
        for (const { name, startTime } of list.getEntries())
          if (name === 'first-contentful-paint') resolve(startTime);
      }).observe({ type: 'paint', buffered: true });
    });
  }

  /** @param {string} marker */
  function rowWith(marker) {
    return new Promise((/** @type {(at: number) => void} */ resolve) => {
      const observer = new MutationObserver((records) => {
        // what came last is where it is to be found: the other rows of the answer need not be read
        const isThere = records.some(({ addedNodes }) =>
          addedNodes.item(addedNodes.length - 1)?.textContent?.includes(marker),
        );
        if (!isThere) return;
        observer.disconnect();
        void afterPaint().then(resolve);
      });
      observer.observe(document, { subtree: true, childList: true });
    });
  }

  /** A message that is posted in a frame is handled after that frame is painted. */
  function afterPaint() {
    return new Promise((/** @type {(at: number) => void} */ resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => resolve(performance.now()));
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });
  }
}
