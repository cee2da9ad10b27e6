import { openFrame } from '../frame/openFrame.ts';
import { createOpener } from '../launcher/createOpener.ts';
import type { GmsChat } from '../launcher/gmsChat.ts';
import { installGmsChat } from '../launcher/installGmsChat.ts';
import { createAttach } from './createAttach.ts';
import { createInviter } from './createInviter.ts';

/** `GmsChat` with everything: one that is there gets what it was waiting for. */
export function installInvite(page: Window, beside: string): GmsChat {
  const chat = installGmsChat(page, () => ({
    ...createOpener(page, beside, () => Promise.resolve(openFrame)),
    invite: () => Promise.resolve('error'),
    attach() {},
  }));
  if (chat.parts.hasInvite) return chat;
  Object.assign(chat.parts, { hasInvite: true, openFrame });
  const invite = createInviter(page, chat, beside);
  return Object.assign(chat, { invite, attach: createAttach(page, invite) });
}
