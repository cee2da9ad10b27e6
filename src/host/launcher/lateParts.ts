import type { GmsChat } from './gmsChat.ts';
import { holdNotifications, releaseNotifications } from './heldNotifications.ts';
import type { OwnScript } from './loadScript.ts';
import { loadScript } from './loadScript.ts';
import type { OpenFrame } from './place.ts';

/** Most visitors never see an invitation, and many no frame: the code of each comes when it is asked for. */
export function lateFrame(page: Window, script: OwnScript): () => Promise<OpenFrame> {
  return async () => {
    if (!page.GmsChat?.parts.openFrame) await loadScript(page.document, script, 'frame.js');
    const openFrame = page.GmsChat?.parts.openFrame;
    if (!openFrame) throw new Error('no frame.js');
    return openFrame;
  };
}

/** Stand-ins for the functions that `invite.js` puts in their place. */
export function lateInvite(page: Window, script: OwnScript): Pick<GmsChat, 'invite' | 'attach'> {
  let arrival: Promise<GmsChat | null> | null = null;

  function arrive(): Promise<GmsChat | null> {
    arrival ??= loadScript(page.document, script, 'invite.js').then(() =>
      page.GmsChat?.parts.hasInvite ? page.GmsChat : null,
    );
    return arrival.catch(() => null);
  }

  return {
    invite: async (options) => (await arrive())?.invite(options) ?? 'error',
    attach(options) {
      holdNotifications(page);
      void arrive().then((chat) => (chat ? chat.attach(options) : releaseNotifications(page)));
    },
  };
}
