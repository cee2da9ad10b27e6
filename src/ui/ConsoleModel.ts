import { createTranslator } from '../i18n/translator.ts';
import type { Translator } from '../i18n/translator.ts';
import { en } from '../i18n/messages/en.ts';
import type { LoadCallbacks } from '../queries/loadCallbacks.ts';
import type { LoadFiles } from '../queries/loadFiles.ts';
import type { Session } from '../session/createSession.ts';
import type { Scenario } from '../session/scenarios.ts';

/** What the page was set up with, as far as people see it. */
export type UiSettings = Readonly<{
  /** null: the word for it in the visitor's language */
  brandTitle: string | null;
  logoUrl: string | null;
  features: Readonly<{
    files: boolean;
    transcript: boolean;
    sound: boolean;
    newChat: boolean;
    callInstead: boolean;
  }>;
  /** what may be ordered on this page */
  allowedScenarios: readonly Scenario[];
  /** in code points */
  maxMessageLength: number;
  privacyUrl: string | null;
  /** from where pictures in messages may be loaded, beside the page's own origin */
  imageOrigins: readonly string[];
  chat: Readonly<{ markdown: boolean }>;
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
}>;

/** What the static shell is made with, and every page's first render therefore repeats. */
export const SHELL_SETTINGS: UiSettings = {
  brandTitle: null,
  logoUrl: null,
  features: { files: true, transcript: true, sound: true, newChat: true, callInstead: true },
  allowedScenarios: [],
  maxMessageLength: 4000,
  privacyUrl: null,
  imageOrigins: [],
  chat: { markdown: false },
  isStored: true,
  reference: '',
  problems: [],
  isEmbedded: false,
};

const shellTranslator = createTranslator({ locale: 'en', messages: en });

/** The same session in the words and settings of the shell. */
export function asShell(model: ConsoleModel): ConsoleModel {
  return { ...model, t: shellTranslator, settings: SHELL_SETTINGS };
}
