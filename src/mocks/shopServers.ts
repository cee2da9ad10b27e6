import { setupWorker } from 'msw/browser';
import type { Engagement, Step } from '../simulator/engagement/engagement.ts';
import type { WireCall } from './wireNews.ts';
import { createEngagement } from '../simulator/engagement/createEngagement.ts';
import { realClock } from '../simulator/realClock.ts';
import { engagementHandlers } from './handlers.ts';
import { keepSnapshot, storedSnapshot } from './pageSnapshot.ts';
import { setUpInvitations } from './setUpInvitations.ts';
import { tellWires } from './tellWires.ts';

/**
 * What stands behind the demo shop and belongs to no shop: Web Engagement's server in the page, and its tracker.
 * `?slow-tracker` lets the tracker come late, `?no-tracker` never, as with a blocker.
 */
const SNAPSHOT_KEY = 'simulated-gwe';
const SLOW_TRACKER_MS = 8000;
const CONSOLE = new URL('../../', location.href);

const variants = new URL(location.href).searchParams;
const gwe = createEngagement({
  clock: realClock,
  seed: realClock.now(),
  snapshot: storedSnapshot(SNAPSHOT_KEY),
  bufferMs: 10_000,
});
keepSnapshot(SNAPSHOT_KEY, () => gwe.snapshot());
const tell = tellWires(`GWE ${realClock.now()}`, () => gwe.steps().map(wireCall));
const served: Engagement = {
  ...gwe,
  async handle(request) {
    const reply = await gwe.handle(request);
    tell();
    return reply;
  },
};
const shipped = await (await fetch(new URL('inviteGMS.html', CONSOLE))).text();
setUpInvitations(gwe, shipped, new URL('invite.js', CONSOLE).href);
await setupWorker(...engagementHandlers(() => served)).start({
  serviceWorker: { url: new URL('mockServiceWorker.js', CONSOLE).href },
  onUnhandledRequest: 'bypass',
  quiet: true,
});
if (variants.has('slow-tracker')) await realClock.sleep(SLOW_TRACKER_MS);
if (!variants.has('no-tracker')) loadTracker();

/** As the instrumentation of Web Engagement does it: by the id others know where the server is. */
function loadTracker(): void {
  const script = document.createElement('script');
  script.id = '_gt';
  script.src = new URL('server/resources/js/build/GPE.min.js', CONSOLE).href;
  document.head.append(script);
}

/** Without the channels of Bayeux: what was delivered is told with the notification. */
function wireCall({ at, name, status, facts }: Step): WireCall {
  return { at, wire: 'GWE', what: name, status, facts: name === 'cometd' ? {} : facts };
}
