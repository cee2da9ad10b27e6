import type { Wish } from '../messages.ts';
import type { Mode, OpenOptions } from './gmsChat.ts';

/** A window or a frame that the console is in. */
export type Place = Readonly<{
  mode: Mode;
  /** the one window that may speak for it */
  target: Window;
  /** what the console may ask of it */
  grants: readonly Wish[];
  /** it was there before this page, with what an earlier page told it */
  isFound: boolean;
  isShown(): boolean;
  isGone(): boolean;
  focus(): void;
  close(): void;
  // what only a frame can do:
  minimize?(): void;
  /** the console answers: what stands in for it can go */
  meet?(): void;
  resize?(width: number, height: number): void;
  showUnread?(count: number): void;
  /** out of sight at once, before `close` */
  hide?(): void;
}>;

/** Puts the console into a frame on the page; null where there is no room for it. */
export type OpenFrame = (
  page: Window,
  address: URL,
  options: OpenOptions,
  onButton: (button: 'minimize' | 'restore' | 'close') => void,
) => Place | null;
