import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engagement } from '../../src/simulator/engagement/engagement.ts';
import { startTracker } from '../../src/tracker/tracker.ts';
import { newEngagementId } from '../../src/tracker/newEngagementId.ts';
import { engagementForTest, send } from '../simulator/engagementWire.ts';

/** The tracker's stand-in in a real page, on the wire of the simulated Web Engagement. */
const SERVER = 'https://gwe.test';
const ID = /^[0-9A-F]{32}$/;
const FRAGMENT = `<div data-gms-invite data-lang="de"></div>
  <script src="data:text/javascript,window.invitations=(window.invitations||0)%2B1"></script>
  <script>window.invitations = 100;</script>`;

declare global {
  interface Window {
    invitations?: number;
  }
}

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  delete window._gt;
  delete window.invitations;
  document.body.replaceChildren();
});

/** `wait` never ends by itself, so that nothing goes on after a test. */
function load(gwe: Engagement, wait: (ms: number) => Promise<void> = () => new Promise(() => {})) {
  startTracker(window, `${SERVER}/server/resources/js/build/GPE.min.js`, {
    fetch: (input, init) => answeredBy(gwe, new Request(input, init)),
    now: () => 0,
    wait,
    newId: newEngagementId,
  });
}

async function answeredBy(gwe: Engagement, request: Request): Promise<Response> {
  const { pathname, search, origin } = new URL(request.url);
  if (origin !== SERVER) throw new TypeError(`Nobody is at ${origin}`);
  const { status, headers, body } = await gwe.handle({
    method: request.method,
    url: pathname + search,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  });
  return new Response(body, { status, headers });
}

const atOnce = () => Promise.resolve();

function ids(): Promise<Record<string, string>> {
  return new Promise((resolve) => window._gt?.push(['getIDs', resolve]));
}

/** Sends a notification once the page listens. */
async function notify(gwe: Engagement, visitID: string, message: object): Promise<void> {
  await expect.poll(() => gwe.steps().filter(({ name }) => name === 'cometd').length).toBeGreaterThan(2);
  await send(gwe, 'POST', `/server/data/notification/notify/${visitID}`, { body: [message] });
}

const append = { channel: 'gpe.appendContent', data: { url: '/server/api/resources/v1/inviteGMS.html' } };

function engagementWithInvitation() {
  const server = engagementForTest();
  server.gwe.place('/api/resources/v1/inviteGMS.html', { type: 'text/html', body: FRAGMENT });
  return server;
}

test('what was queued before it came is done when it comes, and the queue is live from then on', async () => {
  const { gwe } = engagementForTest();
  const queue: unknown[] = [
    ['config', { languageCode: 'de-AT' }],
    ['event', 'LoanCalculatorUsed', { data: { months: '48' } }],
  ];
  window._gt = queue;
  load(gwe);
  queue.push(['event', 'CreditCheckUsed']);
  await expect
    .poll(() => gwe.visits()[0]?.events)
    .toEqual(['LoanCalculatorUsed', 'VisitStarted', 'CreditCheckUsed']);
  expect(gwe.visits()[0]?.pages).toMatchObject([{ url: location.href, title: document.title }]);
});

test('the visit keeps its id from page to page, and each page has one of its own', async () => {
  const { gwe } = engagementForTest();
  load(gwe, atOnce);
  const first = await ids();
  // the members of §13.11
  expect(Object.keys(first)).toEqual(['visitID', 'pageID', 'globalVisitID']);
  expect(Object.values(first)).toEqual([
    expect.stringMatching(ID),
    expect.stringMatching(ID),
    expect.stringMatching(ID),
  ]);
  delete window._gt;
  load(gwe, atOnce);
  const second = await ids();
  expect(second).toMatchObject({ visitID: first['visitID'], globalVisitID: first['globalVisitID'] });
  expect(second['pageID']).not.toBe(first['pageID']);
});

test('ids may take their time, or never come', async () => {
  const { gwe } = engagementForTest();
  const waits: number[] = [];
  window._gt = [['config', { idsDelayMs: 5000 }]];
  load(gwe, (ms) => {
    waits.push(ms);
    return atOnce();
  });
  await ids();
  expect(waits).toContain(5000);
  window._gt.push(['config', { idsNever: true }]);
  let isAnswered = false;
  window._gt.push(['getIDs', () => (isAnswered = true)]);
  await atOnce();
  expect(isAnswered).toBe(false);
});

test('a notification brings the invitation into the page, and its external scripts run once', async () => {
  const { gwe } = engagementWithInvitation();
  load(gwe, atOnce);
  const { visitID = '', pageID = '' } = await ids();
  await notify(gwe, visitID, { page: pageID, ...append });
  await expect.poll(() => document.querySelector('[data-gms-invite]')?.getAttribute('data-lang')).toBe('de');
  await expect.poll(() => window.invitations).toBe(1);
});

test('a notification for another page is left alone', async () => {
  const { gwe } = engagementWithInvitation();
  const heard: unknown[] = [];
  load(gwe, atOnce);
  window._gt?.push(['on', 'notificationMessage', (message: unknown) => heard.push(message)]);
  const { visitID = '' } = await ids();
  await notify(gwe, visitID, { page: 'F0'.repeat(16), ...append });
  await notify(gwe, visitID, { channel: 'bluehill.rateAlert', data: { apr: '3.9' } });
  await expect.poll(() => heard).toEqual([{ channel: 'bluehill.rateAlert', data: { apr: '3.9' } }]);
  expect(document.querySelector('[data-gms-invite]')).toBeNull();
});

test('who answers false has the notification to itself', async () => {
  const { gwe } = engagementWithInvitation();
  const heard: unknown[] = [];
  load(gwe, atOnce);
  window._gt?.push(['on', 'notificationMessage', (message: unknown) => heard.push(message) < 1]);
  const { visitID = '', pageID = '' } = await ids();
  await notify(gwe, visitID, { page: pageID, ...append });
  await expect.poll(() => heard).toMatchObject([{ page: pageID }]);
  expect(gwe.steps().filter(({ name }) => name === 'resource')).toEqual([]);
});

test('a line that broke is taken up again', async () => {
  const { gwe, clock } = engagementForTest();
  let isBroken = true;
  const waits: number[] = [];
  const heard: unknown[] = [];
  startTracker(window, SERVER, {
    fetch: (input, init) =>
      isBroken ? Promise.reject(new TypeError('Offline')) : answeredBy(gwe, new Request(input, init)),
    now: () => 0,
    wait: (ms) => {
      waits.push(ms);
      return clock.sleep(ms);
    },
    newId: newEngagementId,
  });
  window._gt?.push(['on', 'notificationMessage', (message: unknown) => heard.push(message)]);
  const answer = ids();
  const { visitID = '' } = await answer;
  await expect.poll(() => waits).toContain(3000);
  isBroken = false;
  clock.advance(3000);
  await notify(gwe, visitID, { channel: 'later' });
  await expect.poll(() => heard).toMatchObject([{ channel: 'later' }]);
});
