import type { CDPSession } from '@playwright/test';
import { chromium } from '@playwright/test';
import { findChromium } from '../../../scripts/findChromium.mjs';

/** A tab that Playwright does not know of: Playwright makes every page that it knows believe that it is seen. */
export type RealTab = Readonly<{
  /** the value of an expression in the page */
  value(expression: string): Promise<unknown>;
  command(method: string, params?: object): Promise<unknown>;
  /** kills the process of the page, and loads the page again as the person who sees that does */
  crash(): Promise<void>;
  /** brings it to the front of its window: the others are hidden */
  show(): Promise<void>;
}>;

export type RealTabs = Readonly<{
  open(url: string): Promise<RealTab>;
  close(): Promise<void>;
}>;

/** What automation asks for, and people's browsers do without. */
const KINDNESSES = [
  '--disable-back-forward-cache',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];
/** Pages that nobody sees wake once a minute after ten seconds; for people it is five minutes. */
const HARSHNESS = '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/10';

/** A window whose tabs hide each other, with the throttling of hidden pages as people have it, only sooner. */
export async function openRealTabs(): Promise<RealTabs> {
  const { args, ...program } = await findChromium();
  const browser = await chromium.launch({
    ...program,
    ignoreDefaultArgs: KINDNESSES,
    args: [...args, HARSHNESS],
  });
  const devtools = await browser.newBrowserCDPSession();
  const { browserContextId } = await devtools.send('Target.createBrowserContext');
  return {
    async open(url) {
      const { targetId } = await devtools.send('Target.createTarget', { url, browserContextId });
      return attach(devtools, targetId);
    },
    close: () => browser.close(),
  };
}

/** As CDP defines it. */
type Message = Readonly<{ id?: number; method?: string; result?: unknown }>;

async function attach(devtools: CDPSession, targetId: string): Promise<RealTab> {
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: false });
  const answers = new Map<number, (result: unknown) => void>();
  let asked = 0;
  let onCrash: () => void = () => undefined;
  devtools.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, method, result } = JSON.parse(event.message) as Message;
    if (method === 'Inspector.targetCrashed') onCrash();
    if (id !== undefined) answers.get(id)?.(result);
  });

  async function command(method: string, params: object = {}): Promise<unknown> {
    asked += 1;
    const id = asked;
    const answer = new Promise((resolve) => {
      answers.set(id, resolve);
    });
    await devtools.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    return answer;
  }

  return {
    command,
    async crash() {
      const crashed = new Promise<void>((resolve) => {
        onCrash = resolve;
      });
      // nobody is left to answer this one
      void command('Page.crash');
      await crashed;
      await command('Page.reload');
    },
    async value(expression) {
      const answer = await command('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      return (answer as { result?: { value?: unknown } }).result?.value; // as CDP defines it
    },
    show: async () => void (await devtools.send('Target.activateTarget', { targetId })),
  };
}
