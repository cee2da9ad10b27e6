import type { GmsSettings } from '../gmsSettings.ts';

/** Where chats of Chat API v2 are opened, and below which they are. Source: protocol/gms-chat.md §3.2. */
export function servicePath(settings: GmsSettings): string {
  return `/2/chat/${encodeURIComponent(settings.chatServiceName)}`;
}
