import type { NotificationMessage } from './readNotification.ts';
import type { TrackerConfig } from './trackerConfig.ts';
import type { TrackerPorts } from './trackerPorts.ts';
import { appendContent } from './appendContent.ts';
import { listenToVisit } from './listenToVisit.ts';
import { mergeConfig } from './trackerConfig.ts';
import { createTrackerIds } from './trackerIds.ts';

/** A call of the Monitoring JS API: `_gt.push([name, ...arguments])`. */
type Command = readonly unknown[];

/** May answer `false`: then the notification is its own, and nothing else happens. Source: genesys-widgets-observed.md. */
type NotificationListener = (message: NotificationMessage) => unknown;

/** From a line that broke to the next try. */
const RETRY_MS = 3000;

/**
 * A stand-in for the tracker of Web Engagement: what was queued in `_gt` is replayed, then `push` is live.
 * `scriptUrl` is where it was loaded from, its server unless a `config` names another one.
 * Source: protocol/gwe-engagement.md §4, §12.3.
 */
export function startTracker(page: Window, scriptUrl: string, ports: TrackerPorts): void {
  const ids = createTrackerIds(page, ports.newId);
  const listeners: NotificationListener[] = [];
  let config: TrackerConfig = { server: new URL(scriptUrl, page.location.href).origin };

  const commands: Readonly<Record<string, (...given: readonly unknown[]) => void>> = {
    config: (options) => void (config = mergeConfig(config, options, page.location.protocol)),
    event: (name, options) => {
      if (typeof name === 'string') track('BUSINESS', name, dataOf(options));
    },
    getIDs: (callback) => void giveIds(callback),
    on: (name, callback) => {
      if (name === 'notificationMessage' && isListener(callback)) listeners.push(callback);
    },
  };

  function push(...given: readonly Command[]): number {
    for (const [name, ...rest] of given) {
      if (typeof name === 'string' && Object.hasOwn(commands, name)) commands[name]?.(...rest);
    }
    return 0;
  }

  async function giveIds(callback: unknown): Promise<void> {
    const { idsNever = false, idsDelayMs = 0 } = config;
    if (idsNever || !isListener(callback)) return;
    if (idsDelayMs > 0) await ports.wait(idsDelayMs);
    callback({ visitID: ids.visitID, pageID: ids.pageID, globalVisitID: ids.globalVisitID });
  }

  function track(eventType: 'SYSTEM' | 'BUSINESS', eventName: string, data: object): void {
    const { languageCode = '' } = config;
    const about = {
      eventType,
      eventName,
      eventID: ports.newId(),
      timestamp: ports.now(),
      languageCode,
      data,
    };
    const body = JSON.stringify({ ...about, ...ids, url: page.location.href });
    // a page that goes away takes nothing back: who does not hear of it counts one event less
    ports
      .fetch(`${config.server}/server/data/event`, { method: 'POST', body, keepalive: true })
      .catch(() => {});
  }

  function receive(message: NotificationMessage): void {
    if (message.page !== undefined && message.page !== ids.pageID) return;
    const answers = listeners.map((listener) => heard(listener, message));
    if (message.channel !== 'gpe.appendContent' || answers.includes(false)) return;
    // an invitation that cannot be had is not shown; the page has other things to do
    appendContent(page.document, config.server, message.data, ports.fetch).catch(() => {});
  }

  async function listen(): Promise<void> {
    for (;;) {
      await listenToVisit(`${config.server}/server/cometd`, ids.visitID, receive, ports.fetch).catch(
        () => {},
      );
      await ports.wait(RETRY_MS);
    }
  }

  const queued: unknown[] = Array.isArray(page._gt) ? page._gt.splice(0) : [];
  page._gt ??= [];
  // the array stays the one that others may have kept
  page._gt.push = push;
  push(...queued.filter(isCommand));
  if (ids.isNewVisit) track('SYSTEM', 'VisitStarted', {});
  track('SYSTEM', 'PageEntered', { title: page.document.title });
  page.addEventListener('pagehide', () => track('SYSTEM', 'PageExited', {}));
  void listen();
}

function heard(listener: NotificationListener, message: NotificationMessage): unknown {
  try {
    return listener(message);
  } catch (error) {
    reportError(error);
    return null;
  }
}

function isCommand(value: unknown): value is Command {
  return Array.isArray(value);
}

function isListener(value: unknown): value is (given: unknown) => unknown {
  return typeof value === 'function';
}

function dataOf(options: unknown): object {
  const data = typeof options === 'object' && options !== null && 'data' in options ? options.data : {};
  return typeof data === 'object' && data !== null ? data : {};
}

declare global {
  interface Window {
    _gt?: { push(command: readonly unknown[]): unknown };
  }
}
