import type { ChatInvitation } from './ports.ts';

/**
 * What the answer to a start, or to a step of a dialog, asks us to do next.
 * The wire's spelling is read in `gms/callback/startReplyWire.ts`. Source: protocol/gms-callback.md §4.2.
 */
export type StartReply = Readonly<{
  /** the service id, when the answer names one; it replaces the one we knew */
  serviceId: string | null;
}> &
  (
    | Readonly<{ type: 'startChat'; invitation: ChatInvitation }>
    /** call this number yourself */
    | Readonly<{
        type: 'dial';
        number: string;
        label: string;
        accessCode: string | null;
        expiresInSeconds: number | null;
      }>
    | Readonly<{ type: 'menu'; label: string; groups: readonly MenuGroup[] }>
    | Readonly<{ type: 'confirm'; text: string; okTitle: string | null }>
    /** accepted; nothing to show yet */
    | Readonly<{ type: 'wait' }>
    /** understood as far as possible: whatever words came with it */
    | Readonly<{ type: 'other'; text: string }>
  );

export type MenuGroup = Readonly<{ name: string; choices: readonly MenuChoice[] }>;

/** `path` is below our base; null when the server's address was not, and the choice cannot be taken. */
type MenuChoice = Readonly<{ label: string; path: string | null }>;
