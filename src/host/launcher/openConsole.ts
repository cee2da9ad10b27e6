import type { ConsoleMessage, EngagementIds, HostMessage, UserData } from '../messages.ts';
import { advise } from './advise.ts';
import { consoleAddress } from './consoleAddress.ts';
import { askIds } from './engagementIds.ts';
import type { Handle, Mode, OpenOptions } from './gmsChat.ts';
import { createListeners } from './listeners.ts';
import { openPopup } from './openPopup.ts';
import type { OpenFrame, Place } from './place.ts';
import type { Seat } from './takeSeat.ts';
import { takeSeat } from './takeSeat.ts';

/** No event tells that a window of another origin was closed. */
const LOOK_MS = 500;
/** What a console has to say goodbye to its server before its window goes. */
const GRACE_MS = 500;

export type Opened = Readonly<{
  handle: Handle;
  /** Brings it to the front; where it is, is for the visitor to say, who has a button for that. */
  show(options: OpenOptions): void;
}>;

/** One console, from its opening to its end, in whatever window it is. Popups need a click around the call. */
export function openConsole(
  page: Window,
  loadFrame: () => Promise<OpenFrame>,
  base: URL,
  options: OpenOptions,
): Opened {
  const { windowName = 'GMS', customer, mode = 'auto' } = options;
  const listeners = createListeners();
  let { container, ids = {}, session } = options;
  let userData: UserData | undefined = options.userData;
  let here: Seat | null = null;
  let next: Seat | null = null;
  let isClosed = false;
  let isEnded = false;
  let isMoving = false;

  if (!options.ids) askIds(page, learn);
  // with what is known by now: a tracker that answers later must not cost the click
  const address = consoleAddress(base, options, ids);
  const popup = mode === 'iframe' ? null : sitInPopup();
  let lastMode: Mode = popup || mode === 'popup' ? 'popup' : 'iframe';
  if (popup) begin(popup);
  else if (lastMode === 'iframe') void sitInFrame().then(begin);
  else setTimeout(end);
  isClosed = !popup && lastMode === 'popup';

  function sitInPopup(): Seat | null {
    const place = openPopup(page, address, windowName);
    if (!place) advise('the browser blocked the popup: call open() inside the click');
    return place && sit(place);
  }

  function sitInFrame(): Promise<Seat | null> {
    return loadFrame().then(
      (openFrame) => {
        const place = isClosed
          ? null
          : openFrame(page, address, { ...options, container }, (wish) => handle[wish]());
        return place && sit(place);
      },
      () => null,
    );
  }

  function sit(place: Place): Seat {
    return takeSeat(place, {
      page,
      origin: address.origin,
      facts: () => ({
        // a chat that runs keeps the ids of the page where it began
        ...(!place.isFound && { ids }),
        ...(customer && { customer }),
        ...(userData && { userData }),
        ...(session && { session }),
      }),
      handsOver: (seat) => (seat === next ? here : null),
      hear,
    });
  }

  function begin(seat: Seat | null): void {
    here = seat;
    look();
  }

  function learn(found: EngagementIds): void {
    ids = { ...ids, ...found };
    if (!here?.place.isFound) send({ type: 'update', ids });
  }

  function send(message: HostMessage): void {
    here?.link.send(message);
  }

  function hear(from: Seat, message: ConsoleMessage): void {
    const { place, link } = from;
    const { type } = message;
    if (type === 'hello') return;
    if (type === 'moved' || type === 'wish') {
      if (from === here) obey(from, message);
      return;
    }
    if (type === 'size') place.resize?.(message.width, message.height);
    // a console that is loaded anew goes on with the chat that it has by then
    if (type === 'session') session = message.data;
    if (type === 'unread') place.showUnread?.(message.count);
    if (type === 'ready' && !place.isShown()) link.send({ type: 'show', isShown: false });
    listeners.tell(message);
  }

  function obey(from: Seat, message: Extract<ConsoleMessage, { type: 'moved' | 'wish' }>): void {
    if (message.type === 'moved') {
      if (next) settle(from, next);
    } else if (message.wish === 'move') move(from.place.mode === 'popup' ? 'iframe' : 'popup');
    else if (message.wish === 'minimize') handle.minimize();
    else leave();
  }

  /** The old window stays until the chat has arrived in the new one; where that cannot be opened, nothing happens. */
  function move(to: Mode): void {
    if (!here?.link.isMet || next || isMoving || isClosed || here.place.mode === to) return;
    if (to === 'popup') next = sitInPopup();
    else {
      isMoving = true;
      void sitInFrame().then((seat) => {
        isMoving = false;
        if (here) next = seat;
        else seat?.place.close();
      });
    }
  }

  function settle(from: Seat, to: Seat): void {
    here = to;
    next = null;
    part(from);
    to.place.focus();
  }

  function part(seat: Seat | null): void {
    seat?.link.leave();
    seat?.place.close();
  }

  function leave(): void {
    part(next);
    part(here);
    end();
  }

  function end(): void {
    if (isEnded) return;
    isEnded = true;
    lastMode = handle.mode;
    isClosed = true;
    here = next = null;
    listeners.tell({ type: 'closed' });
  }

  function look(): void {
    if (next?.place.isGone()) {
      next.link.leave();
      next = null;
    }
    if (here?.place.isGone()) {
      here.link.leave();
      here = next;
      next = null;
    }
    if (here) setTimeout(look, LOOK_MS);
    else end();
  }

  const handle: Handle = {
    get mode() {
      return here?.place.mode ?? lastMode;
    },
    get isClosed() {
      return isClosed;
    },
    get dropped() {
      return here?.link.dropped ?? 0;
    },
    on: listeners.add,
    off: listeners.remove,
    close() {
      if (isClosed) return;
      isClosed = true;
      send({ type: 'close' });
      here?.place.hide?.();
      setTimeout(leave, here?.link.isMet ? GRACE_MS : 0);
    },
    focus() {
      here?.place.focus();
      send({ type: 'show', isShown: true });
      send({ type: 'focus' });
    },
    minimize() {
      if (here?.place.mode !== 'iframe') return;
      here.place.minimize?.();
      send({ type: 'show', isShown: false });
    },
    restore: () => handle.focus(),
    updateUserData(more) {
      const texts = textsOf(more);
      if (Object.keys(texts).length === 0) return;
      userData = { ...userData, ...texts };
      send({ type: 'update', userData: texts });
    },
    sharePage: (url = page.location.href) => send({ type: 'page', url: `${url}` }),
    rename: (nickname) => send({ type: 'rename', nickname: `${nickname}` }),
  };

  return {
    handle,
    show(wanted) {
      container = wanted.container ?? container;
      if (!next && !isMoving) handle.focus();
    },
  };
}

/** The texts among whatever a page says that its data is. */
function textsOf(data: unknown): UserData {
  try {
    return Object.fromEntries(Object.entries(data ?? {}).filter(([, value]) => typeof value === 'string'));
  } catch {
    return {};
  }
}
