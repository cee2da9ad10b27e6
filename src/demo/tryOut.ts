import { make } from './make.ts';

type Attempt = Readonly<{ label: string; act: () => void }>;

const chat = window.GmsChat;

/** Every way into the console, by hand. */
const ATTEMPTS: readonly Attempt[] = [
  { label: 'Chat in a window', act: () => chat?.open({ mode: 'popup' }) },
  { label: 'Chat on this page', act: () => chat?.open({ mode: 'iframe' }) },
  { label: 'Plain iframe', act: showPlainFrame },
  { label: 'Invitation to a chat', act: () => tell('ChatInterest') },
  { label: 'Invitation to a call', act: () => tell('CallbackInterest') },
  { label: 'The page’s own invitation', act: () => void chat?.invite({ type: 'both' }) },
];

/** The buttons, in order. */
export function tryOutButtons(): readonly HTMLElement[] {
  return ATTEMPTS.map(({ label, act }) => {
    const button = make('button', '', label);
    button.type = 'button';
    button.addEventListener('click', act);
    return button;
  });
}

/** A business event of the site: the strategy knows what it means. */
function tell(eventName: string): void {
  window._gt?.push(['event', eventName, { data: { source: 'demo' } }]);
}

/** The console in a frame that knows nothing of us: no launcher, no messages, the ids in its address. */
function showPlainFrame(): void {
  const address = new URL('../../index.html?gmsScenario=CHAT-NOW', location.href);
  window._gt?.push([
    'getIDs',
    (ids: Readonly<Record<string, string>>) => {
      for (const name of ['visitID', 'pageID']) address.searchParams.set(name, ids[name] ?? '');
      // a button of the page, and no invitation
      address.searchParams.set('proactive', 'false');
    },
  ]);
  const frame = make('iframe', 'plain');
  frame.title = 'Chat in a plain frame';
  frame.src = address.href;
  document.querySelector('main')?.append(frame);
  frame.scrollIntoView({ block: 'nearest' });
}
