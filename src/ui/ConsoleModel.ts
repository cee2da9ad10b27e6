import { createTranslator } from '../i18n/translator.ts';
import type { Translator } from '../i18n/translator.ts';
import { en } from '../i18n/messages/en.ts';
import type { LoadCallbacks } from '../queries/loadCallbacks.ts';
import type { LoadFiles } from '../queries/loadFiles.ts';
import type { Session } from '../session/createSession.ts';
import type { Scenario } from '../session/scenarios.ts';
import type { NumberPolicy } from './numbers/guardNumbers.ts';

/** What the page was set up with, as far as people see it. */
export type UiSettings = Readonly<{
  /** null: the word for it in the visitor's language */
  brandTitle: string | null;
  logoUrl: string | null;
  features: Readonly<{
    files: boolean;
    emoji: boolean;
    transcript: boolean;
    sound: boolean;
    notifications: boolean;
    newChat: boolean;
    callInstead: boolean;
  }>;
  /** what may be ordered on this page */
  allowedScenarios: readonly Scenario[];
  /** in code points */
  maxMessageLength: number;
  /** whether the wait in a queue can be asked for */
  hasWaitingTime: boolean;
  privacyUrl: string | null;
  /** from where pictures in messages may be loaded, beside the page's own origin */
  imageOrigins: readonly string[];
  chat: Readonly<{
    typingPreview: boolean;
    markdown: boolean;
    sensitiveNumbers: NumberPolicy | 'off';
  }>;
  /** false: the browser keeps nothing for us, and a reload loses the chat */
  isStored: boolean;
  /** short, for a visitor to quote; empty: none */
  reference: string;
  /** what is wrong with the configuration, for integrators: given on localhost only */
  problems: readonly string[];
  /** in a frame of somebody else's page, whose focus is never taken */
  isEmbedded: boolean;
}>;

/** All that the console is given to show and to act on. */
export type ConsoleModel = Readonly<{
  session: Session;
  t: Translator;
  settings: UiSettings;
  /** What can be asked about calls; loaded when a screen needs it. */
  loadCallbacks: LoadCallbacks;
  /** Files of a chat; loaded with the first one. */
  loadFiles: LoadFiles;
  /** called in the same task in which the composer has begun to listen: whoever listened before may stop */
  onComposerReady?: () => void;
  hostSlot?: HostSlot | undefined;
}>;

/** What a host page lets the visitor do with the window: only it can do that. */
export type HostOffer = Readonly<{
  grants: readonly ('minimize' | 'close' | 'move')[];
  /** a window of its own can go back to the page, a frame in a page can become a window */
  isWindow: boolean;
  onWish: (wish: HostOffer['grants'][number]) => void;
}>;

/** Where the offer stands once there is a host that makes one. */
export type HostSlot = Readonly<{
  subscribe: (listener: () => void) => () => void;
  get: () => HostOffer | null;
}>;

/** What the static shell is made with, and every page's first render therefore repeats. */
export const SHELL_SETTINGS: UiSettings = {
  brandTitle: null,
  logoUrl: null,
  features: {
    files: true,
    emoji: true,
    transcript: true,
    sound: true,
    notifications: false,
    newChat: true,
    callInstead: true,
  },
  allowedScenarios: [],
  maxMessageLength: 4000,
  hasWaitingTime: false,
  privacyUrl: null,
  imageOrigins: [],
  chat: { typingPreview: false, markdown: false, sensitiveNumbers: 'warn' },
  isStored: true,
  reference: '',
  problems: [],
  isEmbedded: false,
};

const shellTranslator = createTranslator({ locale: 'en', messages: en });

/** The same session in the words and settings of the shell. */
export function asShell(model: ConsoleModel): ConsoleModel {
  const { sensitiveNumbers } = model.settings.chat;
  // nothing of it is seen, and a message may be waiting to be looked at
  const settings = { ...SHELL_SETTINGS, chat: { ...SHELL_SETTINGS.chat, sensitiveNumbers } };
  return { ...model, t: shellTranslator, settings, hostSlot: undefined };
}
