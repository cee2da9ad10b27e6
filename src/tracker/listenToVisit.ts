import type { NotificationMessage } from './readNotification.ts';
import { membersOf, readNotification } from './readNotification.ts';

/**
 * Hears the notifications of a visit over Bayeux, by long polling, until the line breaks or the server wants another
 * handshake: then it rejects. Source: protocol/gwe-engagement.md §2.4, §13.6–13.9.
 */
export async function listenToVisit(
  url: string,
  visitID: string,
  receive: (message: NotificationMessage) => void,
  send: typeof fetch,
): Promise<never> {
  const channel = `/notification/${visitID}`;

  async function ask(message: object): Promise<Readonly<Record<string, unknown>>> {
    const headers = { 'content-type': 'application/json' };
    const response = await send(url, { method: 'POST', headers, body: JSON.stringify([message]) });
    const replies: unknown = await response.json();
    let own: Readonly<Record<string, unknown>> = {};
    for (const reply of Array.isArray(replies) ? replies : []) {
      const told = membersOf(reply);
      if (told['channel'] === channel) for (const one of readNotification(told['data'])) receive(one);
      else own = told;
    }
    if (own['successful'] !== true) throw new Error('The server wants another handshake');
    return own;
  }

  const shake = { channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['long-polling'] };
  const { clientId } = await ask({ id: '1', ...shake });
  await ask({ id: '2', channel: '/meta/subscribe', clientId, subscription: channel });
  for (let id = 3; ; id += 1)
    await ask({ id: String(id), channel: '/meta/connect', clientId, connectionType: 'long-polling' });
}
