import type { FrameLocator, Page } from '@playwright/test';
import {
  attached,
  browse,
  expect,
  frameOf,
  ID,
  idsNow,
  invitation,
  loader,
  popupOf,
  results,
  test,
} from './support/engagementTest.ts';
import { requestsTo } from './support/test.ts';

/** From the strategy to the agent, over three origins, with the message of the owner's document as it stands there. */

const OURS = 'GmsChat.attach({})';

test('the strategy’s message alone brings the invitation, the console in a popup, and the ids to the agent', async ({
  context,
  openShop,
  chatSite,
  gms,
}) => {
  const page = await openShop();
  await browse(page, gms);
  await expect(invitation(page)).toBeVisible();
  const popup = await popupOf(context, () => page.getByRole('button', { name: 'Start chat' }).click());
  await expect(popup.getByRole('status')).toHaveText('Connected');
  expect(popup.url()).toContain(chatSite.url);

  const { visitID, pageID } = idsNow(gms);
  expect([visitID, pageID]).toEqual([expect.stringMatching(ID), expect.stringMatching(ID)]);
  expect(attached(gms)).toMatchObject({ visitID, pageID, webengagement: '' });
  expect(gms.gms.chats()).toMatchObject([{ userData: { visitID, pageID, webengagement: '' } }]);
  expect(gms.gwe.visits()[0]?.pages.map(({ title }) => title)).toEqual(['Plans', 'Phones']);
  await expect
    .poll(() => gms.gwe.visits()[0]?.results)
    .toEqual([{ result: 'accept', media: 'chat', pageID }]);
});

test('a page that attaches itself gets the chat as an iframe, and the file of the invitation is not needed', async ({
  openShop,
  chatSite,
  gms,
}) => {
  const page = await openShop({ html: attaching(chatSite.url, "GmsChat.attach({ mode: 'iframe' })") });
  await browse(page, gms);
  await page.getByRole('button', { name: 'Start chat' }).click();
  await expect(frameOf(page).getByRole('status')).toHaveText('Connected');
  expect(gms.gms.chats()).toMatchObject([{ userData: { ...idsNow(gms), webengagement: '' } }]);
  await expect.poll(() => results(gms)).toEqual(['accept']);
  expect(gms.gwe.steps().filter(({ path }) => path.endsWith('inviteGMS.html'))).toEqual([]);
});

test('an event of the site brings an invitation to a call, which is booked with the ids', async ({
  context,
  openShop,
  chatSite,
  gms,
}) => {
  void chatSite;
  const page = await openShop();
  await wantCall(page);
  const popup = await popupOf(context, () => page.getByRole('button', { name: 'Call me' }).click());
  await bookCall(popup);
  await expect.poll(() => attached(gms)).toMatchObject({ ...idsNow(gms), webengagement: '' });
  await expect
    .poll(() => gms.gwe.visits()[0]?.results)
    .toMatchObject([{ result: 'accept', media: 'callback' }]);
});

test('a call is booked in an iframe as well', async ({ openShop, chatSite, gms }) => {
  const page = await openShop({ html: '<script>window.open = () => null</script>' });
  void chatSite;
  await wantCall(page);
  await page.getByRole('button', { name: 'Call me' }).click();
  await bookCall(frameOf(page));
  await expect.poll(() => attached(gms)).toMatchObject({ ...idsNow(gms), webengagement: '' });
});

test('a popup that is blocked becomes an iframe, and it was accepted all the same', async ({
  openShop,
  chatSite,
  gms,
}) => {
  void chatSite;
  const page = await openShop({ html: '<script>window.open = () => null</script>' });
  await browse(page, gms);
  await page.getByRole('button', { name: 'Start chat' }).click();
  await expect(frameOf(page).getByRole('status')).toHaveText('Connected');
  await expect.poll(() => results(gms)).toEqual(['accept']);
  expect(attached(gms)).toMatchObject({ ...idsNow(gms), webengagement: '' });
});

test('accepted twice in a hurry, it is one console, one chat and one result', async ({
  context,
  openShop,
  chatSite,
  gms,
}) => {
  void chatSite;
  const page = await openShop();
  await browse(page, gms);
  const popup = await popupOf(context, () => page.getByRole('button', { name: 'Start chat' }).dblclick());
  await expect(popup.getByRole('status')).toHaveText('Connected');
  expect(context.pages()).toHaveLength(2);
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(gms.gms.chats()).toHaveLength(1);
  expect(results(gms)).toEqual(['accept']);
});

test('who declines is not asked again in this visit', async ({ context, openShop, chatSite, gms }) => {
  const page = await openShop({ html: attaching(chatSite.url) });
  await browse(page, gms);
  await page.getByRole('button', { name: 'No, thanks' }).click();
  await expect(invitation(page)).toHaveCount(0);
  await expect.poll(() => results(gms)).toEqual(['cancel']);

  await page.getByRole('link', { name: 'Support' }).click();
  await expect.poll(() => gms.gwe.visits()[0]?.pages).toHaveLength(3);
  const heard = await page.evaluateHandle(() => {
    const message = new Promise((resolve) => window._gt?.push(['on', 'notificationMessage', resolve]));
    return { message };
  });
  await notify(gms, idsNow(gms));
  expect(await heard.evaluate(({ message }) => message)).toMatchObject({ channel: 'gpe.appendContent' });
  await expect(invitation(page)).toHaveCount(0);
  expect(context.pages()).toHaveLength(1);
  expect(gms.gms.requests()).toEqual([]);
});

test('it goes by itself after its time', async ({ page, openShop, chatSite, gms }) => {
  void chatSite;
  await page.clock.install();
  await openShop();
  await browse(page, gms);
  await expect(invitation(page)).toBeVisible();
  await page.clock.fastForward(29_000);
  await expect(invitation(page)).toBeVisible();
  await page.clock.fastForward(2000);
  await expect(invitation(page)).toHaveCount(0);
  await expect.poll(() => results(gms)).toEqual(['timeout']);
});

test('a page that is left takes its invitation along, and says so', async ({ openShop, chatSite, gms }) => {
  void chatSite;
  const page = await openShop();
  await browse(page, gms);
  await expect(invitation(page)).toBeVisible();
  await page.getByRole('link', { name: 'Support' }).click();
  await expect.poll(() => results(gms)).toEqual(['pageExit']);
});

test('a notification for another page of the visit is left alone', async ({ openShop, chatSite, gms }) => {
  const page = await openShop({ html: attaching(chatSite.url) });
  await expect.poll(() => gms.gwe.steps().filter(({ name }) => name === 'cometd').length).toBeGreaterThan(2);
  const { visitID, pageID } = idsNow(gms);
  await notify(gms, { visitID, pageID: 'F0'.repeat(16) });
  await notify(gms, { visitID, pageID });
  await expect(invitation(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(invitation(page)).toHaveCount(0);
  await expect
    .poll(() => gms.gwe.visits()[0]?.results)
    .toEqual([{ result: 'cancel', media: 'chat', pageID }]);
});

test('without a tracker the button opens a chat that has no ids', async ({
  context,
  openShop,
  chatSite,
  gms,
}) => {
  const page = await openShop({ html: withButton(chatSite.url), hasTracker: false });
  const popup = await popupOf(context, () => page.getByRole('button', { name: 'Chat' }).click());
  await expect(popup.getByRole('status')).toHaveText('Connected');
  for (const name of ['visitID', 'pageID', 'webengagement']) expect(attached(gms)).not.toHaveProperty(name);
});

test('a tracker that comes late still brings the ids to the chat', async ({
  context,
  openShop,
  chatSite,
  gms,
}) => {
  const page = await openShop({ html: withButton(chatSite.url), hasTracker: false });
  const popup = await popupOf(context, () => page.getByRole('button', { name: 'Chat' }).click());
  await expect(popup.getByRole('status')).toHaveText('Connected');
  await page.addScriptTag({ content: loader(gms.url) });
  await expect.poll(() => gms.gwe.visits()).toHaveLength(1);
  await expect.poll(() => attached(gms)).toMatchObject(idsNow(gms));
  expect(attached(gms)).not.toHaveProperty('webengagement');
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
});

function attaching(site: string, call = OURS): string {
  return `<script src="${site}launcher.js"></script><script>${call}</script>`;
}

function withButton(site: string): string {
  return attaching(site, "document.getElementById('chat').onclick = () => GmsChat.open({})");
}

async function wantCall(page: Page): Promise<void> {
  await page.evaluate(() => window._gt?.push(['event', 'CallbackInterest']));
  await expect(invitation(page)).toBeVisible();
}

async function bookCall(place: Page | FrameLocator): Promise<void> {
  const times = place.getByRole('radiogroup', { name: 'Time' });
  await times.getByRole('radio', { disabled: false }).first().check({ force: true });
  await place.getByRole('textbox', { name: 'Phone number' }).fill('+47 412 34 567');
  await place.getByRole('button', { name: /^Call me/ }).click();
}

/** What a strategy posts, over the wire. */
async function notify(
  gms: Readonly<{ url: string }>,
  { visitID, pageID }: Readonly<{ visitID: string; pageID: string }>,
): Promise<void> {
  const response = await fetch(`${gms.url}/server/data/notification/notify/${visitID}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([
      {
        page: pageID,
        channel: 'gpe.appendContent',
        data: { url: '/server/api/resources/v1/inviteGMS.html' },
      },
    ]),
  });
  expect(response.status).toBe(200);
}
