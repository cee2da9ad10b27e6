const WINDOW_NAME = 'GMS';
const WIDTH = 400;
const HEIGHT = 640;
const MARGIN = 24;

export type Popup = Readonly<{
  /** Must be called inside a click. False when the browser blocks it. */
  open: (address: string) => boolean;
}>;

/** The chat in a window of its own, at the lower right of the page's. */
export function createPopup(page: Window): Popup {
  let popup: Window | null = null;
  return {
    open(address) {
      if (popup && !popup.closed) {
        // a second window.open would load the console anew, in the middle of a chat
        popup.focus();
        return true;
      }
      popup = page.open(address, WINDOW_NAME, featuresFor(page));
      return popup !== null;
    },
  };
}

function featuresFor({ screenX, screenY, outerWidth, outerHeight }: Window): string {
  const left = Math.max(screenX, screenX + outerWidth - WIDTH - MARGIN);
  const top = Math.max(screenY, screenY + outerHeight - HEIGHT - MARGIN);
  return `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`;
}
