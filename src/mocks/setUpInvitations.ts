import type { Engagement } from '../simulator/engagement/engagement.ts';

const TYPE = 'text/html;charset=utf-8';

/**
 * Puts the invitation on Web Engagement's server as docs/engagement.md has it: once as it is `shipped`, once for a
 * call, both with the full address of `invite.js`.
 */
export function setUpInvitations(
  gwe: Pick<Engagement, 'place'>,
  shipped: string,
  inviteScript: string,
): void {
  const chat = shipped.replace('./invite.js', inviteScript);
  const call = chat.replace('data-type="chat" data-scenario="CHAT-NOW"', 'data-type="callback"');
  gwe.place('/api/resources/v1/inviteGMS.html', { type: TYPE, body: chat });
  gwe.place('/api/resources/v1/inviteGMSCallback.html', { type: TYPE, body: call });
}
