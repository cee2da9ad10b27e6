import type { Place } from './place.ts';

const WIDTH = 420;
const HEIGHT = 680;
const MARGIN = 24;

/**
 * The console in a window of its own; must be called inside a click. Null when the browser blocks it.
 * A window of that name that is there already, from an earlier page of this site, is not loaded anew:
 * there may be a chat in it. It is asked to say who it is.
 */
export function openPopup(page: Window, address: URL, name: string): Place | null {
  const target = openWindow(page, name);
  if (!target || target.closed) return null;
  const isFound = !isElsewhere(target, address);
  if (!isFound) target.location.replace(address.href);
  target.focus();
  return {
    mode: 'popup',
    target,
    grants: ['close', 'move'],
    isFound,
    isShown: () => true,
    isGone: () => target.closed,
    focus: () => target.focus(),
    close: () => target.close(),
  };
}

/** Blockers and app shells put something in the place of `open`, or nothing. */
function openWindow(page: Window, name: string): Window | null {
  try {
    return page.open('', name, featuresFor(page));
  } catch {
    return null;
  }
}

/** New and blank, or some other page of our own; what we may not look into is the console. */
function isElsewhere({ location }: Window, address: URL): boolean {
  try {
    return location.href === 'about:blank' || folderOf(location.href) !== folderOf(address.href);
  } catch {
    return false;
  }
}

function folderOf(address: string): string {
  return new URL('.', address).href;
}

/** At the lower right of the page's window, on the screen that it is on. */
function featuresFor({ screenX, screenY, outerWidth, outerHeight }: Window): string {
  const left = Math.max(screenX, screenX + outerWidth - WIDTH - MARGIN);
  const top = Math.max(screenY, screenY + outerHeight - HEIGHT - MARGIN);
  return `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`;
}
