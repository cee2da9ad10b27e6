// What a site does with the console's public API, and nothing else: docs/embedding.md, docs/engagement.md.
import type { GmsChat, InviteOptions } from '../host/launcher/gmsChat.ts';

/** What this shop says for itself; everything else is as it comes. */
const INVITATION: InviteOptions = {
  title: 'Questions about travel plans?',
  text: 'Chat with someone from our team. It takes about 2 minutes.',
  // a shop knows what lies in the basket, and the agent may know it too
  userData: { shopSection: document.title.split(' · ')[0] ?? '' },
};

const chat: GmsChat | undefined = window.GmsChat;

chat?.attach(INVITATION);

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-scenario]')) {
  button.addEventListener('click', () => chat?.open({ scenario: button.dataset['scenario'] }));
}
