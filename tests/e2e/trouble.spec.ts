import { expect, field, IDS, message, requestsTo, say, test } from './support/test.ts';

test('a bad configuration is told, and nothing is contacted', async ({ page, gms, openSite }) => {
  const site = await openSite({ configText: '{"requestTimeout": "soon"}' });
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('heading', { name: 'The chat could not start' })).toBeVisible();
  await expect(page.getByText(/not available/i).first()).toBeVisible();
  await expect(
    page.getByText('requestTimeout: found a text of 4 characters, allowed: a whole number from 100 to 60000'),
  ).toBeVisible();
  expect(gms.gms.requests()).toHaveLength(0);
});

test('a missing configuration means all defaults', async ({ page, openSite, trouble }) => {
  const site = await openSite({ configText: null });
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('heading', { name: 'The chat could not start' })).toBeVisible();
  // the defaults point to a GMS beside the page, and there is none
  expect(trouble.splice(0).join()).toContain('404');
});

test('a start that failed is not repeated by itself, and keeps what was written', async ({
  page,
  gms,
  openSite,
  trouble,
}) => {
  gms.gms.inject({ name: 'status', on: 'start', status: 503 });
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('heading', { name: 'The chat could not start' })).toBeVisible();
  await page.waitForTimeout(3_000);
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('status')).toHaveText('Connected');
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(2);
  expect(trouble.splice(0).join()).toContain('503');
});

test('a page that starts offline waits for the network and then starts once (F11)', async ({
  page,
  context,
  gms,
  openSite,
  trouble,
}) => {
  const site = await openSite();
  await page.addInitScript(() => {
    if (sessionStorage.getItem('was-offline')) return;
    sessionStorage.setItem('was-offline', 'yes');
    Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true });
  });
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('status')).toHaveText('You are offline');
  await say(page, 'Written offline');
  await expect(message(page, 'Written offline')).toHaveAttribute('data-state', 'queued');
  expect(gms.gms.requests()).toHaveLength(0);
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { get: () => true, configurable: true });
    window.dispatchEvent(new Event('online'));
  });
  await expect(message(page, 'Written offline')).toHaveAttribute('data-state', 'sent');
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
  await context.setOffline(false);
  trouble.splice(0);
});

for (const api of ['v1', 'v2'] as const) {
  test(`an answer that is lost after the server took the message (${api}): sent once, shown once (F41)`, async ({
    page,
    gms,
    openSite,
    trouble,
  }) => {
    gms.gms.play('quiet');
    const site = await openSite({ config: { chat: { api } } });
    await page.goto(`${site.url}index.html?${IDS}`);
    await expect(page.getByRole('status')).toHaveText('Connected');
    gms.gms.inject({ name: 'lost-after', on: 'send' });
    await say(page, 'Did this arrive?');
    await expect(message(page, 'Did this arrive?')).toHaveAttribute('data-state', 'sent');
    await expect(message(page, 'Did this arrive?')).toHaveCount(1);
    expect(requestsTo(gms, '/send')).toHaveLength(1);
    trouble.splice(0);
  });

  test(`a message that never arrived (${api}) says so, and goes only when the visitor wants it (F42)`, async ({
    page,
    gms,
    openSite,
    trouble,
  }) => {
    gms.gms.play('quiet');
    const site = await openSite({ config: { chat: { api } } });
    await page.goto(`${site.url}index.html?${IDS}`);
    await expect(page.getByRole('status')).toHaveText('Connected');
    gms.gms.inject({ name: 'lost-before', on: 'send' });
    await say(page, 'Into the void');
    const row = message(page, 'Into the void');
    await expect(row).toHaveAttribute('data-state', 'checking');
    await expect(row).toHaveAttribute('data-state', 'undelivered', { timeout: 25_000 });
    expect(requestsTo(gms, '/send')).toHaveLength(1);
    await row.getByRole('button', { name: 'Try again' }).click();
    await expect(row).toHaveAttribute('data-state', 'sent');
    expect(requestsTo(gms, '/send')).toHaveLength(2);
    trouble.splice(0);
  });

  test(`a network that goes away for a while (${api}): the words wait, and the gap is filled (F54 F84)`, async ({
    page,
    context,
    gms,
    openSite,
    trouble,
  }) => {
    gms.gms.play('echo');
    const site = await openSite({ config: { chat: { api } } });
    await page.goto(`${site.url}index.html?${IDS}`);
    await expect(page.getByRole('status')).toHaveText('Connected');
    await context.setOffline(true);
    await expect(page.getByRole('status')).toHaveText('You are offline');
    await say(page, 'One');
    await say(page, 'Two');
    await expect(message(page, 'Two')).toHaveAttribute('data-state', 'queued');
    await context.setOffline(false);
    await expect(message(page, 'Two').first()).toHaveAttribute('data-state', 'sent');
    await expect(page.locator('[data-from="me"]')).toContainText(['One', 'Two']);
    trouble.splice(0);
  });

  test(`a server that lost the chat (${api}): over, said in words, and quiet (F50 F78)`, async ({
    page,
    gms,
    openSite,
    trouble,
  }) => {
    const site = await openSite({ config: { chat: { api } } });
    await page.goto(`${site.url}index.html?${IDS}`);
    await expect(message(page, 'What can I do for you today?')).toBeVisible();
    await field(page).fill('a draft to keep');
    gms.gms.restart(false);
    await expect(page.getByRole('status')).toHaveText('Chat ended');
    await expect(message(page, 'What can I do for you today?')).toBeVisible();
    const before = gms.gms.requests().length;
    await page.waitForTimeout(4_000);
    expect(gms.gms.requests()).toHaveLength(before);
    trouble.splice(0);
  });
}

test('hostile words stay words', async ({ page, gms, openSite }) => {
  gms.gms.play('hostile');
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.locator('[data-entry]').first()).toBeVisible();
  await page.waitForTimeout(4_000);
  const found = await page.evaluate(() => ({
    images: document.querySelectorAll('[role="log"] :is(img, script, iframe, b)').length,
    links: Array.from(document.querySelectorAll('[role="log"] a'), (link) => link.getAttribute('href') ?? ''),
    width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  expect(found.images).toBe(0);
  expect(found.links.filter((href) => !/^(https?|mailto|tel):/.test(href))).toEqual([]);
  expect(found.width).toBeLessThanOrEqual(0);
});
