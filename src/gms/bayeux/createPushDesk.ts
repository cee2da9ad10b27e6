import type { Clock, Order, ServiceDesk } from '../../session/ports.ts';
import { SCENARIOS } from '../../session/scenarios.ts';
import { withDeadline } from '../deadline.ts';
import type { CallbackNotice } from './callbackNoticeWire.ts';
import { readCallbackNotice } from './callbackNoticeWire.ts';
import type { Push } from './push.ts';

/** An order waits so long for the connection on which it is told of an agent, and is then made without. */
const BEFORE_START_MS = 3_000;

/** How often a waiting page sees to it that it can be told. */
const LOOK_MS = 5_000;

/** What a start that waits says so that GMS tells a browser of an agent. Source: protocol/gms-callback.md §3.5, A15. */
export function noticeFields(order: Order): Readonly<Record<string, string>> {
  if (!mayWait(order)) return {};
  return { _device_os: 'comet', _device_notification_id: order.gmsUser };
}

/**
 * The callback service of a server that pushes: it connects before an order that waits for an agent is made, and
 * remembers what was pushed before anybody asked. Source: protocol/gms-callback.md §3.5, §5.3.
 */
export function createPushDesk(desk: ServiceDesk, push: Push, clock: Clock): ServiceDesk {
  const untold = new Map<string, CallbackNotice>();
  const waiting = new Map<string, (notice: CallbackNotice) => void>();
  let release: (() => void) | null = null;

  function keep(): void {
    release ??= push.hold({
      heard(data) {
        const notice = readCallbackNotice(data);
        if (notice === null) return;
        const told = waiting.get(notice.serviceId);
        waiting.delete(notice.serviceId);
        // that of another window is never asked for
        if (told) told(notice);
        else untold.set(notice.serviceId, notice);
      },
      changed: () => push.isUp() || push.connectInBackground(),
      position: () => 0,
    });
  }

  function letGo(): void {
    release?.();
    release = null;
  }

  /** Nobody else asks for the connection while there is no chat. */
  async function stayConnected(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      push.connectInBackground();
      await clock.sleep(LOOK_MS, signal).catch(() => undefined);
    }
  }

  return {
    ...desk,
    async start(order, signal, onUnread) {
      if (mayWait(order)) {
        keep();
        await withDeadline(clock, BEFORE_START_MS, signal, () => push.connect()).catch(() => {
          signal.throwIfAborted();
        });
      }
      return desk.start(order, signal, onUnread);
    },
    agentReady(serviceId, signal) {
      keep();
      void stayConnected(signal);
      const known = untold.get(serviceId);
      untold.delete(serviceId);
      signal.addEventListener('abort', () => {
        waiting.delete(serviceId);
        letGo();
      });
      const notice = known
        ? Promise.resolve(known)
        : new Promise<CallbackNotice>((resolve) => {
            waiting.set(serviceId, resolve);
          });
      return notice.then(({ action }) => `/1/service/${serviceId}/${action}`);
    },
  };
}

/** Services may make any order wait, but only those that ask for it are told of an agent. */
function mayWait({ scenario }: Order): boolean {
  return SCENARIOS[scenario].flags?.waitForAgent === true && scenario !== 'VOICE-SCHEDULED-USERTERM';
}
