import { advise } from './advise.ts';
import type { GmsChat, Handle, OpenOptions } from './gmsChat.ts';
import type { Opened } from './openConsole.ts';
import { openConsole } from './openConsole.ts';
import type { OpenFrame } from './place.ts';
import { readOpenOptions, toAddress } from './readOpenOptions.ts';

/** What a page gets where nothing could be opened: it can be asked everything, and is closed. */
const NOTHING: Handle = {
  mode: 'popup',
  isClosed: true,
  dropped: 0,
  on() {},
  off() {},
  close() {},
  focus() {},
  minimize() {},
  restore() {},
  updateUserData() {},
  sharePage() {},
  rename() {},
};

/** One console at a time in a page. `beside` is the address of our script, where the console is by default. */
export function createOpener(
  page: Window,
  beside: string,
  loadFrame: () => Promise<OpenFrame>,
): Pick<GmsChat, 'open' | 'isOpen'> {
  let living: Opened | null = null;

  const isOpen = (): boolean => living?.handle.isClosed === false;

  return {
    isOpen,
    open(given) {
      try {
        const options = readOpenOptions(given);
        if (living && isOpen()) living.show(options);
        else living = openConsole(page, loadFrame, consoleBase(options, beside), options);
        return living.handle;
      } catch {
        // a page that is not ours has more important things to do than our mistakes
        advise('the console could not be opened: consoleUrl must be its http(s) address');
        return NOTHING;
      }
    },
  };
}

function consoleBase({ consoleUrl }: OpenOptions, beside: string): URL {
  return (consoleUrl !== undefined && toAddress(consoleUrl)) || new URL('index.html', beside);
}
