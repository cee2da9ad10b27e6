import { advise } from '../launcher/advise.ts';
import type { OpenFrame } from '../launcher/place.ts';
import { frameElements } from './frameElements.ts';

/** After this long without a word, the visitor gets buttons of ours: the page in the frame may be somebody else's. */
const SILENCE_MS = 4000;

/**
 * The console in a frame: in `container`, or in a corner of the page. It is loaded once; minimising hides it.
 * The focus goes in when a visitor asked for it, and back to where it was when the frame goes out of sight.
 */
export const openFrame: OpenFrame = (page, address, { container, lang }, onButton) => {
  const { document } = page;
  const before = document.activeElement;
  const { host, bar, frame, tab, badge, close, minimize } = frameElements(page, address, lang);
  host.toggleAttribute('data-in', container !== undefined);
  (container ?? document.body).append(host);
  const target = frame.contentWindow;
  if (!target) {
    advise('container must be an element of the page; there is no frame in it');
    return null;
  }

  frame.addEventListener('load', () => {
    silence = setTimeout(() => {
      bar.hidden = isMet;
    }, SILENCE_MS);
  });
  minimize.addEventListener('click', () => onButton('minimize'));
  close.addEventListener('click', () => onButton('close'));
  tab.addEventListener('click', () => onButton('restore'));
  if (page.navigator.userActivation?.isActive) frame.focus();

  let silence: ReturnType<typeof setTimeout> | undefined;
  let isMet = false;
  let isShown = true;

  function show(isIn: boolean): void {
    isShown = isIn;
    host.toggleAttribute('data-min', !isIn);
    tab.hidden = isIn;
  }

  function giveFocusBack(): void {
    if (document.activeElement === host && before instanceof HTMLElement) before.focus();
  }

  return {
    mode: 'iframe',
    target,
    grants: ['minimize', 'close', 'move'],
    isFound: false,
    isShown: () => isShown,
    isGone: () => !frame.isConnected,
    focus() {
      show(true);
      frame.focus();
    },
    minimize() {
      giveFocusBack();
      show(false);
    },
    meet() {
      isMet = true;
      bar.hidden = true;
    },
    resize(width, height) {
      host.style.setProperty('--w', `${width}px`);
      host.style.setProperty('--h', `${height}px`);
    },
    showUnread(count) {
      badge.hidden = count === 0;
      badge.firstElementChild?.replaceChildren(count > 99 ? '99+' : String(count));
    },
    hide() {
      giveFocusBack();
      host.toggleAttribute('data-out', true);
    },
    close() {
      clearTimeout(silence);
      giveFocusBack();
      host.remove();
    },
  };
};
