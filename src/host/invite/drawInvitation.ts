import type { InviteOptions } from '../launcher/gmsChat.ts';
import { INVITE_SHEET } from './inviteSheet.ts';
import { inviteWords } from './inviteWords.ts';

export type Drawn = Readonly<{
  host: HTMLElement;
  corner: HTMLElement;
  dialog: HTMLElement;
  accepts: readonly Readonly<{ button: HTMLElement; media: 'chat' | 'callback' }>[];
  decline: HTMLElement;
  /** Says that it is about to go. */
  warn(): void;
  /** Says aloud, politely, what has come up. */
  announce(): void;
}>;

const RIGHT_TO_LEFT = /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;
const BUBBLE = 'M20 4H4v12h4v4l4-4h8z';

/** The invitation as elements, in a shadow root; texts become text, whatever is in them. */
export function drawInvitation(document: Document, options: InviteOptions): Drawn {
  const { type = 'chat', timeout = 30 } = options;
  const lang = options.lang ?? (document.documentElement.lang || navigator.language);
  const words = inviteWords(lang);

  const host = document.createElement('div');
  host.lang = lang;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(INVITE_SHEET);
  root.adoptedStyleSheets = [sheet];

  const title = paragraph('title', options.title ?? words.title);
  const text = paragraph('text', options.text ?? words.text[type]);
  const note = paragraph('note');
  const ear = paragraph('ear');
  ear.role = 'status';

  const accepts = (['chat', 'callback'] as const)
    .filter((media) => type === media || type === 'both')
    .map((media) => ({ media, button: button('accept', acceptLabel(media)) }));
  const decline = button('decline', options.declineLabel ?? words.decline);
  const buttons = accepts.map((accept) => accept.button);
  const row = element('div', ...(type === 'both' ? [...buttons, decline] : [decline, ...buttons]));
  row.className = 'buttons';

  const dialog = element('div', mark(), element('div', title, text), row, note);
  dialog.role = 'dialog';
  dialog.dataset['type'] = type;
  title.id = 'title';
  text.id = 'text';
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.setAttribute('aria-describedby', text.id);
  if (timeout > 0) dialog.append(line(timeout));
  const corner = element('div', dialog, ear);
  corner.className = 'corner';
  corner.dir = RIGHT_TO_LEFT.test(lang) ? 'rtl' : 'ltr';
  root.append(corner);

  return {
    host,
    corner,
    dialog,
    accepts,
    decline,
    warn: () => note.replaceChildren(words.leaving),
    announce: () => ear.replaceChildren(`${title.textContent} ${text.textContent}`),
  };

  function acceptLabel(media: 'chat' | 'callback'): string {
    const own = type === 'both' && media === 'callback' ? options.callbackLabel : options.acceptLabel;
    return own ?? words[media];
  }

  function mark(): HTMLElement {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    svg.setAttribute('viewBox', '0 0 24 24');
    path.setAttribute('d', BUBBLE);
    svg.append(path);
    const mark = element('span');
    mark.append(svg);
    mark.className = 'mark';
    mark.ariaHidden = 'true';
    return mark;
  }

  /** How much time is left, for the eye. */
  function line(seconds: number): HTMLElement {
    const line = element('span');
    line.className = 'line';
    line.ariaHidden = 'true';
    line.style.animationDuration = `${seconds}s`;
    return line;
  }

  function paragraph(name: string, words = ''): HTMLElement {
    const paragraph = element('p', words);
    paragraph.className = name;
    paragraph.dir = 'auto';
    return paragraph;
  }

  function button(name: string, label: string): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = name;
    button.append(label);
    return button;
  }

  function element(tag: string, ...children: readonly (Node | string)[]): HTMLElement {
    const element = document.createElement(tag);
    element.append(...children);
    return element;
  }
}
