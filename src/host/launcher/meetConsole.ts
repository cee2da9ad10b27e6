import type { ConsoleMessage, HostMessage } from '../messages.ts';
import { envelope } from '../messages.ts';
import { readConsoleMessage } from './readConsoleMessage.ts';

type Connect = Extract<HostMessage, { type: 'connect' }>;

export type Link = Readonly<{
  isMet: boolean;
  dropped: number;
  /** lost where the console has not said hello: what it must know then is in `connect` */
  send(message: HostMessage, ports?: readonly MessagePort[]): void;
  leave(): void;
}>;

type Meeting = Readonly<{
  page: Window;
  /** the one window and the one origin that are listened to */
  target: Window;
  origin: string;
  /** called with each hello: a console that was reloaded says it again */
  greeting(): Readonly<{ connect: Connect; ports: readonly MessagePort[] }>;
  onMessage(message: ConsoleMessage): void;
}>;

/** Waits for the hello of a console and answers it with a channel; the rest is said there. Source: docs/decisions/013. */
export function meetConsole({ page, target, origin, greeting, onMessage }: Meeting): Link {
  let port: MessagePort | null = null;
  let dropped = 0;

  function hear({ data, source, origin: from }: MessageEvent<unknown>): void {
    if (source !== target || from !== origin) return;
    if (readConsoleMessage(data)?.type === 'hello') meet();
    else dropped += 1;
  }

  function meet(): void {
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = readConsoleMessage(data);
      if (message && message.type !== 'hello') onMessage(message);
      else dropped += 1;
    });
    port.start();
    const { connect, ports } = greeting();
    target.postMessage(envelope(connect), origin, [channel.port2, ...ports]);
  }

  page.addEventListener('message', hear);
  return {
    get isMet() {
      return port !== null;
    },
    get dropped() {
      return dropped;
    },
    send: (message, ports = []) => port?.postMessage(envelope(message), [...ports]),
    leave() {
      page.removeEventListener('message', hear);
      port?.close();
    },
  };
}
