import { make } from './make.ts';

type Attempt = Readonly<{ label: string; act: (opener: HTMLElement) => void }>;

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
    button.addEventListener('click', () => act(button));
    return button;
  });
}

/** A business event of the site: the strategy knows what it means. */
function tell(eventName: string): void {
  window._gt?.push(['event', eventName, { data: { source: 'demo' } }]);
}

/** The console in a frame that knows nothing of us: no launcher, no messages. */
function showPlainFrame(opener: HTMLElement): void {
  const frame = make('iframe', 'plain');
  frame.title = 'Chat in a plain frame';
  frame.src = new URL('../../index.html?gmsScenario=CHAT-NOW', location.href).href;
  opener.after(frame);
}
