import type { Page } from '@playwright/test';
import { expect, field, IDS, message, requestsTo, say, test } from './support/test.ts';

/** A part of the code that cannot be had under the address that the page knows it by, as browsers then remember. */
async function withhold(page: Page, part: string): Promise<void> {
  await page.route(
    (address) => address.pathname.includes(`/${part}-`) && address.search === '',
    (route) => route.abort(),
  );
}

test.describe('words in German that cannot be had', () => {
  test('are said in English: the chat goes on', async ({ page, openSite, trouble }) => {
    const site = await openSite();
    await withhold(page, 'de');
    await page.goto(`${site.url}index.html?${IDS}&lang=de`);
    await expect(page.getByRole('status')).toHaveText('Connected');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByText(/could not load completely/)).toBeHidden();
    await say(page, 'Guten Tag');
    await expect(message(page, 'Guten Tag').first()).toHaveAttribute('data-state', 'sent');
    expect(trouble.splice(0).join()).toContain('ERR_FAILED');
  });

  test('for a call are said in English: it can be ordered', async ({ page, openSite, trouble }) => {
    const site = await openSite();
    await withhold(page, 'callsDe');
    await page.goto(`${site.url}index.html?gmsScenario=VOICE-NOW-USERTERM&${IDS}&lang=de`);
    await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Call me now' })).toBeVisible();
    expect(trouble.splice(0).join()).toContain('ERR_FAILED');
  });
});

test('what reads answers is asked for again under another address, where browsers remember a failure', async ({
  page,
  gms,
  openSite,
  trouble,
}) => {
  gms.gms.play('quiet');
  const site = await openSite();
  await withhold(page, 'lateCode');
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  expect(requestsTo(gms, '/callback/samples_new'), 'nothing is ordered twice').toHaveLength(1);
  expect(trouble.splice(0).join()).toContain('ERR_FAILED');
});

test('a chat that cannot be taken up yet is there when the visitor tries again', async ({
  page,
  gms,
  openSite,
  trouble,
}) => {
  gms.gms.play('echo');
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await say(page, 'Said before');
  await expect(message(page, 'Said before').first()).toHaveAttribute('data-state', 'sent');
  await page.route('**/lateCode-*', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('heading', { name: 'The chat could not start' })).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('status')).toHaveText('Connected');
  await expect(message(page, 'Said before').first()).toHaveAttribute('data-state', 'sent');
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
  expect(trouble.splice(0).join()).toContain('ERR_FAILED');
});

test('parts that never come are told of, and the chat goes on when the page is loaded again', async ({
  page,
  gms,
  openSite,
  trouble,
}) => {
  gms.gms.play('echo');
  const site = await openSite();
  await page.route('**/lateParts-*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${site.url}index.html?${IDS}`);
  await say(page, 'Said before');
  await expect(page.getByText('Part of this page did not load.')).toBeVisible();
  await field(page).fill('half a sentence');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('status')).toHaveText('Connected');
  await expect(message(page, 'Said before').first()).toHaveAttribute('data-state', 'sent');
  await expect(field(page)).toHaveValue('half a sentence');
  await expect(page.getByText('Part of this page did not load.')).toBeHidden();
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
  expect(trouble.splice(0).join()).toContain('404');
});

test('a page whose code never comes says so by itself', async ({ page, openSite, trouble }) => {
  const site = await openSite();
  await page.route('**/assets/index-*.js', (route) => route.abort());
  await page.goto(`${site.url}index.html?${IDS}`);
  const notice = page.getByText('This page could not load completely.');
  await expect(notice).toBeHidden();
  await page.evaluate(() => document.documentElement.style.setProperty('--patience', '100ms'));
  await expect(notice).toBeVisible();
  expect(trouble.splice(0).join()).toContain('ERR_FAILED');
});

for (const api of ['v1', 'v2'] as const) {
  test(`an answer (${api}) that the page cannot read yet is kept until it can`, async ({
    page,
    gms,
    openSite,
    trouble,
  }) => {
    gms.gms.play('echo');
    const site = await openSite({ config: { chat: { api } } });
    let isThere = false;
    await page.route('**/lateCode-*', (route) => (isThere ? route.continue() : route.abort()));
    await page.goto(`${site.url}index.html?${IDS}`);
    await expect(page.getByText(/has answered, but part of this page is missing/)).toBeVisible();
    await field(page).fill('Written meanwhile');
    isThere = true;
    await expect(page.getByRole('status')).toHaveText('Connected');
    await expect(field(page)).toHaveValue('Written meanwhile');
    const starts = api === 'v1' ? '/callback/samples_new' : '/2/chat/samples_new';
    expect(requestsTo(gms, starts), 'nothing is ordered twice').toHaveLength(1);
    expect(trouble.splice(0).join()).toContain('ERR_FAILED');
  });
}
