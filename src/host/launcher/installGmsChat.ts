import type { GmsChat } from './gmsChat.ts';
import type { OpenFrame } from './place.ts';

/** With the parts that came by scripts of their own. */
export type Installed = GmsChat &
  Readonly<{
    parts: {
      openFrame?: OpenFrame;
      hasInvite?: boolean;
      /** notifications that wait for it; not there: nobody holds any */
      held?: unknown[];
    };
  }>;

/** The page's one `GmsChat`: a second script, or the same one twice, finds the first. */
export function installGmsChat(page: Window, create: () => GmsChat): Installed {
  page.GmsChat ??= { ...create(), parts: {} };
  return page.GmsChat;
}

declare global {
  interface Window {
    GmsChat?: Installed;
  }
}
