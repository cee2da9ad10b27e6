import { expect, field, requestsTo, say, test } from './support/test.ts';

const V2 = { chat: { api: 'v2' } };

test('a rich chat: a choice is sent as an answer and stays made after a reload', async ({
  page,
  gms,
  openSite,
}) => {
  gms.gms.play('rich');
  const site = await openSite({ config: V2 });
  await page.goto(`${site.url}index.html`);
  await page.getByRole('button', { name: 'My bill' }).click();
  await expect(page.getByRole('group', { name: '3 cards, side by side' })).toBeVisible();
  const [sent] = requestsTo(gms, '/send');
  expect(Object.fromEntries(sent?.fields ?? [])).toMatchObject({
    message: 'My bill',
    eventAttributes: expect.stringMatching(/"related-event-id":"\d+"/),
  });
  await page.reload();
  await expect(page.getByRole('button', { name: 'My bill', pressed: true })).toBeVisible();

  await page.getByRole('button', { name: 'Tell me more' }).first().click();
  await expect(page.locator('[data-entry="rich"]')).toHaveCount(5);
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(page.getByText('A kind that nobody knows yet.', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Yes', exact: true })).toHaveCount(0);
  expect(await page.locator('main img').count(), 'pictures of strangers').toBe(0);
});

test('a chat of words fetches nothing of what rich ones need', async ({ page, openSite }) => {
  const site = await openSite({ config: V2 });
  await page.goto(`${site.url}index.html`);
  await expect(page.getByText('What can I do for you today?')).toBeVisible();
  await say(page, 'Roaming in France?');
  await expect(page.locator('[data-state="sent"]')).toBeVisible();
  expect(site.asked.filter((file) => /Rich|guard|Format|rich|Lively/i.test(file))).toEqual([]);
});

test('the number of a card leaves the device only when the visitor says so', async ({
  page,
  gms,
  openSite,
}) => {
  gms.gms.play('echo');
  const site = await openSite({ config: V2 });
  await page.goto(`${site.url}index.html`);
  await expect(field(page)).toBeVisible();
  await say(page, 'My card: 4111 1111 1111 1111');
  await page.getByRole('button', { name: 'Change the message' }).click();
  expect(requestsTo(gms, '/send')).toHaveLength(0);
  await field(page).press('Enter');
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await expect.poll(() => requestsTo(gms, '/send').length).toBe(1);
});
