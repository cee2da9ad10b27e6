import type { Page } from '@playwright/test';
import { clickToOpen, expect, heard, inFrame, openedPopup, test } from './support/hostTest.ts';
import { requestsTo } from './support/test.ts';

const IDS = { visitID: '4F2A9C1B7D3E4A5F8B6C0D1E2F3A4B5C', pageID: '0A1B2C3D4E5F60718293A4B5C6D7E8F9' };

/** A tracker that knows the ids, and delivers what a test gives to `notify`; its answers are kept in `taken`. */
const TRACKER = `<script>
  const takes = [];
  window.taken = [];
  window.notify = (payload) => { for (const take of takes) taken.push(take(payload)); };
  window._gt = { push: ([name, ...rest]) => {
    if (name === 'getIDs') rest[0](${JSON.stringify(IDS)});
    if (name === 'on' && rest[0] === 'notificationMessage') takes.push(rest[1]);
  } };
</script>`;

const SEED_MESSAGE = [
  {
    page: IDS.pageID,
    channel: 'gpe.appendContent',
    data: { url: '/server/api/resources/v1/inviteGMS.html' },
  },
];

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Can we help?' });
const start = (page: Page) => page.getByRole('button', { name: 'Start chat' });

/** The results that Web Engagement was told, without the ids that every one has. */
function results(asked: readonly Readonly<{ url: string }>[]): string[] {
  return asked
    .map(({ url }) => new URL(url, 'http://gwe.test'))
    .filter(({ pathname }) => pathname === '/server/data/invites')
    .map(({ searchParams }) => `${searchParams.get('result')} ${searchParams.get('media')}`);
}

test('from the notification to the console, as the original does it', async ({
  context,
  gwe,
  openShop,
  fake,
}) => {
  await context.addCookies([{ name: 'visit', value: 'known', url: gwe.origin }]);
  const page = await openShop(TRACKER);
  await page.evaluate((options) => window.GmsChat?.attach(options), {
    consoleUrl: fake.consoleUrl,
    gweUrl: gwe.origin,
    engagementID: 'E1',
    customer: { firstName: 'Ines' },
  });
  await expect.poll(() => page.evaluate('window.GmsChat.parts.hasInvite')).toBe(true);
  await page.evaluate(`notify(${JSON.stringify(SEED_MESSAGE)})`);
  await expect(dialog(page)).toBeVisible();
  expect(await page.evaluate('taken'), 'the tracker need not append anything').toContain(false);

  const popup = await openedPopup(context, () => start(page).dblclick());
  await expect(dialog(page)).toHaveCount(0);
  const { searchParams } = new URL(popup.url());
  expect(Object.fromEntries(searchParams)).toEqual({ gmsScenario: 'CHAT-NOW', ...IDS, proactive: 'true' });
  await expect.poll(() => heard(popup)).toMatchObject([{ type: 'connect', customer: { firstName: 'Ines' } }]);
  expect(context.pages()).toHaveLength(2);
  await expect
    .poll(() => gwe.asked)
    .toEqual([
      {
        url: `/server/data/invites?result=accept&media=chat&visitID=${IDS.visitID}&pageID=${IDS.pageID}&engagementID=E1&webengagement=`,
        cookie: 'visit=known',
      },
    ]);

  await page.evaluate(`notify(${JSON.stringify(SEED_MESSAGE).replace('v1', 'v2')})`);
  await expect(dialog(page), 'never twice in a visit').toHaveCount(0);
});

test('a notification that comes before the script of the invitation waits for it', async ({
  page,
  openShop,
  fake,
}) => {
  let arrive = (): void => {};
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/invite.js', async (route) => {
    await arrival;
    await route.continue();
  });
  await openShop(TRACKER);
  await page.evaluate((options) => window.GmsChat?.attach(options), { consoleUrl: fake.consoleUrl });
  await page.evaluate(`notify(${JSON.stringify(SEED_MESSAGE)})`);
  expect(await page.evaluate('taken'), 'the tracker need not append anything').toEqual([false]);
  await expect(dialog(page)).toHaveCount(0);
  arrive();
  await expect(dialog(page)).toBeVisible();
});

test('the fragment works by itself, once, in a page that knows nothing of it', async ({
  context,
  page,
  shop,
  gwe,
  fake,
}) => {
  const fragment = `<div data-gms-invite data-type="callback" data-lang="de" data-timeout="45"
    data-console-url="${fake.consoleUrl}" data-gwe-url="${gwe.origin}"></div><script src="${fake.invite}" async></script>`;
  shop.pages.set('/', `<!doctype html><title>Shop</title>${TRACKER}${fragment}${fragment}`);
  await page.goto(shop.origin);
  const popup = await openedPopup(context, () =>
    page.getByRole('button', { name: 'Rufen Sie mich an' }).click(),
  );
  expect(new URL(popup.url()).searchParams.get('gmsScenario')).toBe('VOICE-SCHEDULED-USERTERM');
  await expect.poll(() => results(gwe.asked)).toEqual(['accept callback']);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a fragment that an agent evaluates by itself finds the launcher of the page', async ({
  page,
  gwe,
  openShop,
  fake,
  context,
}) => {
  await openShop(TRACKER);
  const code = await (await context.request.get(fake.invite)).text();
  await page.evaluate(
    (settings) => {
      const fragment = document.createElement('div');
      Object.assign(fragment.dataset, settings);
      document.body.append(fragment);
    },
    { gmsInvite: '', consoleUrl: fake.consoleUrl, gweUrl: gwe.origin },
  );
  await page.evaluate(code);
  await openedPopup(context, () => start(page).click());
  expect(await page.evaluate(() => window.GmsChat?.isOpen())).toBe(true);
});

test('a no, a time that is over and a page that is left are told, each once', async ({
  gwe,
  openShop,
  fake,
}) => {
  const page = await openShop(TRACKER);
  const options = { consoleUrl: fake.consoleUrl, gweUrl: gwe.origin, timeout: 30 };
  const ask = (more: object) =>
    page.evaluate((options) => void window.GmsChat?.invite(options), { ...options, ...more });
  const again = () => page.evaluate(() => sessionStorage.clear()).then(() => page.reload());

  await ask({});
  await page.getByRole('button', { name: 'No, thanks' }).click();
  await expect.poll(() => results(gwe.asked)).toEqual(['cancel chat']);

  await again();
  await ask({ timeout: 0.3, type: 'callback' });
  await expect.poll(() => results(gwe.asked).slice(1)).toEqual(['timeout callback']);

  await again();
  await ask({});
  await expect(dialog(page)).toBeVisible();
  await page.goto('about:blank');
  await expect.poll(() => results(gwe.asked).slice(2)).toEqual(['pageExit chat']);
});

test('with a tracker that is slow, the result waits for the ids and nobody for the result', async ({
  context,
  gwe,
  openShop,
  fake,
}) => {
  const page = await openShop();
  await page.evaluate((options) => void window.GmsChat?.invite(options), {
    consoleUrl: fake.consoleUrl,
    gweUrl: gwe.origin,
  });
  const popup = await openedPopup(context, () => start(page).click());
  await expect.poll(() => heard(popup)).toHaveLength(1);
  expect(gwe.asked).toEqual([]);
  await page.evaluate(
    `for (const [name, answer] of _gt) if (name === 'getIDs') answer(${JSON.stringify(IDS)})`,
  );
  await expect.poll(async () => (await heard(popup)).at(-1)).toMatchObject({ type: 'update', ids: IDS });
  await expect
    .poll(() => gwe.asked.map(({ url }) => url))
    .toEqual([expect.stringContaining(`visitID=${IDS.visitID}`)]);
});

test('blocked, the console comes up in the page', async ({ page, gwe, openShop, fake }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await openShop(TRACKER);
  await page.evaluate((options) => void window.GmsChat?.invite(options), {
    consoleUrl: fake.consoleUrl,
    gweUrl: gwe.origin,
  });
  await start(page).click();
  await expect.poll(() => heard(inFrame(page))).toHaveLength(1);
  await expect.poll(() => results(gwe.asked)).toEqual(['accept chat']);
});

test('while a console is open nobody is invited to one', async ({ page, gwe, openShop, fake }) => {
  await openShop(TRACKER);
  await clickToOpen(page, { consoleUrl: fake.consoleUrl, mode: 'iframe' });
  await expect.poll(() => heard(inFrame(page))).toHaveLength(1);
  expect(await page.evaluate((gweUrl) => window.GmsChat?.invite({ gweUrl }), gwe.origin)).toBe('mediaBusy');
  await expect.poll(() => results(gwe.asked)).toEqual(['mediaBusy chat']);
});

test('without invite.js the page goes on, and its owner is told', async ({ page, openShop, trouble }) => {
  await page.route('**/invite.js', (route) => route.abort());
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  await openShop();
  expect(await page.evaluate(() => window.GmsChat?.invite())).toBe('error');
  await page.evaluate(() => window.GmsChat?.attach());
  expect(warnings).toEqual([expect.stringContaining('invite.js could not be loaded')]);
  expect(trouble.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
});

test('the real console attaches that the visitor was invited', async ({
  context,
  gms,
  gwe,
  openShop,
  openSite,
}) => {
  const site = await openSite({ config: { hostOrigins: [] } });
  const page = await openShop(TRACKER);
  await page.evaluate((options) => void window.GmsChat?.invite(options), {
    consoleUrl: `${site.url}indexGPE.html`,
    gweUrl: gwe.origin,
  });
  const popup = await openedPopup(context, () => start(page).click());
  await expect(popup.getByRole('status')).toHaveText('Connected');
  const [order] = requestsTo(gms, '/callback/samples_new');
  expect(JSON.stringify(order)).toContain(IDS.visitID);
  expect(JSON.stringify(order)).toContain('webengagement');
});
