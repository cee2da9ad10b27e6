import { FRAME_SHEET } from './frameSheet.ts';
import { frameWords } from './frameWords.ts';

/** What the console may do in a frame of another origin: nothing to the page around it. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals';

export type FrameElements = Readonly<{
  host: HTMLElement;
  frame: HTMLIFrameElement;
  bar: HTMLElement;
  minimize: HTMLElement;
  close: HTMLElement;
  tab: HTMLElement;
  badge: HTMLElement;
}>;

/** The frame with its buttons, in a shadow root: no style of the page gets in, none of ours gets out. */
export function frameElements({ document, location }: Window, address: URL, lang?: string): FrameElements {
  const words = frameWords(lang);
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(FRAME_SHEET);
  root.adoptedStyleSheets = [sheet];

  const frame = document.createElement('iframe');
  frame.title = words.chat;
  // tells the console that somebody is here to answer it
  frame.name = 'gms-chat-console';
  frame.allow = 'autoplay; clipboard-write';
  frame.referrerPolicy = 'origin';
  // beside a frame of the same origin a sandbox with these rights is none
  if (address.origin !== location.origin) frame.setAttribute('sandbox', SANDBOX);
  frame.src = address.href;

  const minimize = button('–', words.minimize);
  const close = button('×', words.close);
  const bar = element('div', minimize, close);
  const badge = element('span', element('i'), ' ', element('b', words.unread));
  const tab = button(words.chat);
  bar.className = 'bar';
  tab.className = 'tab';
  tab.append(' ', badge);
  bar.hidden = badge.hidden = tab.hidden = true;

  const section = element('section', bar, frame);
  section.ariaLabel = words.chat;
  const room = element('div', section, tab);
  room.className = 'room';
  root.append(room);
  return { host, frame, bar, minimize, close, tab, badge };

  function button(sign: string, name?: string): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(sign);
    if (name) button.ariaLabel = name;
    return button;
  }

  function element(tag: string, ...children: readonly (Node | string)[]): HTMLElement {
    const element = document.createElement(tag);
    element.append(...children);
    return element;
  }
}
