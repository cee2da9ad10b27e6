import { expect, IDS, requestsTo, test } from './support/test.ts';

test('code that is long in coming is waited for in words', async ({ page, openSite }) => {
  const site = await openSite();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/CallScreens/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.url}index.html?gmsScenario=VOICE-NOW-USERTERM&${IDS}`);
  await expect(page.getByText('One moment')).toBeVisible();
  release();
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
  await expect(page.getByText('One moment')).toBeHidden();
});

test('a reload while a call is being ordered tells that nobody knows, and orders nothing', async ({
  page,
  gms,
  openSite,
}) => {
  gms.gms.inject({ name: 'delay', on: 'start', ms: 20_000 });
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=VOICE-NOW-USERTERM&${IDS}`);
  await page.getByRole('textbox', { name: 'Phone number' }).fill('+47 412 34 567');
  await page.getByRole('button', { name: 'Call me now' }).click();
  await expect(page.getByText('Your request is on its way')).toBeVisible();
  await expect.poll(() => requestsTo(gms, '/callback/samples_new').length).toBe(1);
  await page.reload();
  await expect(page.getByText(/reloaded while the call was being arranged/)).toBeVisible();
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
});

test('the wait in the queue of the site is told before a call; without one nobody is asked', async ({
  page,
  gms,
  openSite,
}) => {
  const asked = () => gms.gms.requests().filter(({ path }) => path.includes('ewt'));
  const site = await openSite({ config: { waitingTime: { queue: 'Sales', apiVersion: 'v2' } } });
  await page.goto(`${site.url}index.html?gmsScenario=VOICE-NOW-USERTERM&${IDS}`);
  await expect(page.getByText('The wait is about 5 minutes right now.')).toBeVisible();
  expect(asked().map(({ method, path, fields }) => [method, path, fields])).toEqual([
    ['GET', '/genesys/2/ewt/ewt2', [['name', 'Sales']]],
  ]);
  const silent = await openSite();
  await page.goto(`${silent.url}index.html?gmsScenario=VOICE-NOW-USERTERM&${IDS}`);
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
  expect(asked()).toHaveLength(1);
  expect(silent.asked.filter((file) => file.includes('WaitingTime'))).toEqual([]);
});
