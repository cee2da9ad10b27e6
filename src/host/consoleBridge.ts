import { assertNever } from '../lib/assertNever.ts';
import type { Session } from '../session/createSession.ts';
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
  /** told once each, when a host is there: what an integrator should know of the launch */
  diagnostics: readonly Diagnostic[];
  onConnect: (connect: Connect, transfer: MessagePort | null) => void;
  onUpdate: (facts: Readonly<{ ids?: EngagementIds; userData?: UserData }>) => void;
  onHandOver: (port: MessagePort) => void;
  /** the visitor is to write */
  onFocus: () => void;
  /** the host is about to take the window away: end the chat, keep nothing */
  onClose: () => void;
}>;

export type Diagnostic = Readonly<{ code: string; key?: string }>;

export type ConsoleBridge = Readonly<{
  wish(wish: Wish): void;
  /** the chat goes on elsewhere */
  sayMoved(): void;
  diagnose(diagnostic: Diagnostic): void;
}>;

/** Reports the session to the host page and does what the host asks for. Source: contract.md §5. */
export function createConsoleBridge(options: BridgeOptions): ConsoleBridge {
  const { page, session, sharesText } = options;
  const diagnostics: Diagnostic[] = [...options.diagnostics];
  let channel: HostChannel | null = null;
  let isConnected = false;
  let isShown = true;
  let unread = 0;
  let before = session.getState();

  const say = (message: ConsoleMessage): void => channel?.say(message);

  function connect(message: Connect, transfer: MessagePort | null): void {
    isConnected = true;
    options.onConnect(message, transfer);
    say({ type: 'ready' });
    before = session.getState();
    reportState(before, say);
    say({ type: 'unread', count: unread });
    say({ type: 'size', ...wantedSize(page) });
    for (const diagnostic of diagnostics) say({ type: 'diagnostic', ...diagnostic });
  }

  /** Each kind at most once: the host has a fault, and does not need to hear of it a thousand times. */
  function diagnose(diagnostic: Diagnostic): void {
    const isKnown = diagnostics.some(({ code, key }) => code === diagnostic.code && key === diagnostic.key);
    if (isKnown) return;
    diagnostics.push(diagnostic);
    if (isConnected) say({ type: 'diagnostic', ...diagnostic });
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
      case 'focus':
        return options.onFocus();
      case 'show':
        isShown = command.isShown;
        return look();
      case 'close':
        return options.onClose();
      case 'handOver':
        return port && options.onHandOver(port);
      default:
        return assertNever(command);
    }
  }

  session.subscribe(() => {
    const after = session.getState();
    const last = before;
    before = after;
    if (isConnected) reportChange(last, after, { sharesText, say });
    if (!isSeen()) setUnread(unread + countIncoming(last, after));
  });
  page.document.addEventListener('visibilitychange', look);

  const { origins, known, now } = options;
  const onDrop = (code: DropCode): void => diagnose({ code });
  channel = openHostChannel({ page, origins, known, now, onConnect: connect, onCommand: obey, onDrop });
  return { wish: (wish) => say({ type: 'wish', wish }), sayMoved: () => say({ type: 'moved' }), diagnose };
}

/** A column of text that reads well, in the size of text that the visitor chose. Source: design, mockup. */
function wantedSize(page: Window): Readonly<{ width: number; height: number }> {
  const rem = Number.parseFloat(page.getComputedStyle(page.document.documentElement).fontSize) || 16;
  return { width: Math.round(25 * rem), height: Math.round(40 * rem) };
}
