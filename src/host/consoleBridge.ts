import { assertNever } from '../lib/assertNever.ts';
import type { Session } from '../session/createSession.ts';
import type { ContentSize } from './contentSize.ts';
import type { Command, Connect, DropCode, HostChannel } from './hostChannel.ts';
import { openHostChannel } from './hostChannel.ts';
import type { ConsoleMessage, EngagementIds, UserData, Wish } from './messages.ts';
import { countIncoming, reportChange, reportState } from './reportSession.ts';

type BridgeOptions = Readonly<{
  page: Window;
  session: Session;
  /** who may embed and talk to us, and who does as far as it is known */
  origins: readonly string[];
  known: string | null;
  /** ms */
  now: () => number;
  /** whether the words of messages may leave: `features.shareText` */
  sharesText: boolean;
  /** whether the host keeps what names an asynchronous chat: `chat.async.hostKeepsSession` */
  sharesSession: boolean;
  /** told once each, when a host is there: what an integrator should know of the launch */
  diagnostics: readonly Diagnostic[];
  /** tells how much room the content would like, now and when that changes; called once there is a host */
  watchSize: (tell: (size: ContentSize) => void) => void;
  onConnect: (connect: Connect, transfer: MessagePort | null) => void;
  onUpdate: (facts: Readonly<{ ids?: EngagementIds; userData?: UserData }>) => void;
  onHandOver: (port: MessagePort) => void;
  /** the visitor is to write */
  onFocus: () => void;
  /** the host is about to take the window away: end the chat and keep nothing, unless the chat outlives windows */
  onClose: () => void;
}>;

export type Diagnostic = Readonly<{ code: string; key?: string }>;

export type ConsoleBridge = Readonly<{
  wish(wish: Wish): void;
  /** the chat goes on elsewhere */
  sayMoved(): void;
  diagnose(diagnostic: Diagnostic): void;
}>;

/** So long a wish to move stands: the other window has to be opened, loaded and met. */
const MOVE_WISH_MS = 30_000;

/** Reports the session to the host page and does what the host asks for. Source: contract.md §5. */
export function createConsoleBridge(options: BridgeOptions): ConsoleBridge {
  const { page, session, sharesText, sharesSession, now } = options;
  const diagnostics: Diagnostic[] = [...options.diagnostics];
  let channel: HostChannel | null = null;
  let isConnected = false;
  let size: ContentSize | null = null;
  let askedToMoveAt = -Infinity;
  let isShown = true;
  let unread = 0;
  let before = session.getState();

  const say = (message: ConsoleMessage): void => channel?.say(message);

  function connect(message: Connect, transfer: MessagePort | null): void {
    const isFirst = !isConnected;
    // what it brings may be worth a diagnostic, which is told with the others
    isConnected = false;
    options.onConnect(message, transfer);
    isConnected = true;
    say({ type: 'ready' });
    before = session.getState();
    reportState(before, { sharesSession, say });
    say({ type: 'unread', count: unread });
    if (isFirst) options.watchSize(resize);
    else if (size) say({ type: 'size', ...size });
    for (const diagnostic of diagnostics) say({ type: 'diagnostic', ...diagnostic });
  }

  /** Each kind at most once: the host has a fault, and does not need to hear of it a thousand times. */
  function diagnose(diagnostic: Diagnostic): void {
    const isKnown = diagnostics.some(({ code, key }) => code === diagnostic.code && key === diagnostic.key);
    if (isKnown) return;
    diagnostics.push(diagnostic);
    if (isConnected) say({ type: 'diagnostic', ...diagnostic });
  }

  function resize(wanted: ContentSize): void {
    size = wanted;
    say({ type: 'size', ...wanted });
  }

  function wish(wish: Wish): void {
    if (wish === 'move') askedToMoveAt = now();
    say({ type: 'wish', wish });
  }

  /** Keys and words leave with the chat: only the person who pressed the button for it sends them, once. */
  function handOver(port: MessagePort): void {
    const isWished = now() - askedToMoveAt <= MOVE_WISH_MS;
    askedToMoveAt = -Infinity;
    if (isWished) return options.onHandOver(port);
    port.close();
    diagnose({ code: 'not_wished' });
  }

  function setUnread(count: number): void {
    if (count === unread) return;
    unread = count;
    say({ type: 'unread', count });
  }

  const isSeen = (): boolean => isShown && !page.document.hidden;
  const look = (): void => {
    if (isSeen()) setUnread(0);
  };

  function obey(command: Command, ports: readonly MessagePort[]): void {
    const [port] = ports;
    if (ports.length !== (command.type === 'handOver' ? 1 : 0)) return diagnose({ code: 'malformed' });
    switch (command.type) {
      case 'update':
        return options.onUpdate(command);
      case 'page':
        return showPage(command.url);
      case 'rename':
        return rename(command.nickname);
      case 'focus':
        return options.onFocus();
      case 'show':
        isShown = command.isShown;
        return look();
      case 'close':
        return options.onClose();
      case 'handOver':
        return port && handOver(port);
      default:
        return assertNever(command);
    }
  }

  /** The visitor sees it, too: it comes back as a link of theirs. */
  function showPage(url: string): void {
    if (session.getState().phase !== 'chat') return diagnose({ code: 'no_chat', key: 'page' });
    session.dispatch({ type: 'tellRequested', news: { type: 'page', url } });
  }

  /** In this chat, and in those that follow it. */
  function rename(nickname: string): void {
    const { order } = session.getState();
    if (order)
      session.dispatch({
        type: 'orderAmended',
        changes: { customer: { ...order.customer, nickname } },
      });
    session.dispatch({ type: 'renameRequested', nickname });
  }

  session.subscribe(() => {
    const after = session.getState();
    const last = before;
    before = after;
    if (isConnected) reportChange(last, after, { sharesText, sharesSession, say });
    if (!isSeen()) setUnread(unread + countIncoming(last, after));
  });
  page.document.addEventListener('visibilitychange', look);

  const { origins, known } = options;
  const onDrop = (code: DropCode): void => diagnose({ code });
  channel = openHostChannel({ page, origins, known, now, onConnect: connect, onCommand: obey, onDrop });
  return { wish, sayMoved: () => say({ type: 'moved' }), diagnose };
}
