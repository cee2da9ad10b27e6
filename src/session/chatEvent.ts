import type { RichContent } from './richContent.ts';

/** What happened in a chat, in our words. `gms/` makes these from the wire; nobody else knows how it spells them. */

/** Whose words these are, by party type and never by name. Supervisors and systems stay unseen until they write. */
export type Role = 'me' | 'agent' | 'bot' | 'supervisor' | 'system';

export type Sender = Readonly<{
  /** stable within the chat, also when the name changes */
  id: string;
  role: Role;
  /** may be empty */
  name: string;
}>;

type Happening =
  | Readonly<{ type: 'joined' }>
  | Readonly<{ type: 'left' }>
  | Readonly<{ type: 'renamed' }>
  | Readonly<{ type: 'typingStarted' }>
  | Readonly<{ type: 'typingStopped' }>
  | Readonly<{
      type: 'said';
      text: string;
      rich?: RichContent;
      /** index of the message it answers, when it says so */
      answers?: number;
    }>
  | Readonly<{ type: 'urlPushed'; url: string }>
  /** `size` in bytes; null when the server does not say */
  | Readonly<{ type: 'fileShared'; fileId: string; name: string; size: number | null }>
  | Readonly<{ type: 'fileRemoved'; fileId: string }>
  /** the chat will close for inactivity; seconds left when the server says so */
  | Readonly<{ type: 'idleWarned'; text: string; secondsLeft: number | null }>
  | Readonly<{ type: 'idleClosed'; text: string }>
  /** a sentence from the system, meant to be read */
  | Readonly<{ type: 'announced'; text: string }>
  /** a keyword for programs, not shown; custom ones are those of the site, and it is told of them */
  | Readonly<{ type: 'signalled'; text: string; isCustom?: true }>
  /** a kind we do not know: its text, if any, is shown as a neutral line */
  | Readonly<{ type: 'unknown'; text: string }>;

export type ChatEvent = Happening &
  Readonly<{
    /** the server's number for it, from 1; null when it gave none */
    index: number | null;
    /** ms since the epoch, server clock; null when absent or absurd */
    at: number | null;
    from: Sender;
  }>;
