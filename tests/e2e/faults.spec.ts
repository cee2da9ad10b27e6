import { expect, field, IDS, message, requestsTo, say, test } from './support/test.ts';

test('F14: a page of a site that is not allowed to embed the console gets nothing, and GMS is not asked', async ({
  page,
  gms,
  openSite,
  trouble,
}) => {
  const site = await openSite();
  const host = await openSite({
    pages: {
      '/shop.html': `<title>Shop</title><iframe title="Chat" src="${site.url}index.html?${IDS}"></iframe>`,
    },
  });
  await page.goto(new URL('/shop.html', host.url.replace('127.0.0.1', 'localhost')).href);
  await expect.poll(() => trouble.join()).toContain('frame-ancestors');
  expect(gms.gms.requests()).toEqual([]);
  trouble.splice(0);
});

test('F15: code that is gone after an update is said to be, and the words stay', async ({
  page,
  openSite,
  trouble,
}) => {
  const site = await openSite();
  await page.route('**/drawConsole-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${site.url}index.html?${IDS}`, { waitUntil: 'commit' });
  await field(page).fill('half a sen');
  await expect(page.locator('#trouble')).toBeVisible();
  await expect(field(page)).toHaveValue('half a sen');
  trouble.splice(0);
});

for (const api of ['v1', 'v2'] as const) {
  test(`F44: a connection that is reset in the answer to a message (${api}): sent once, shown once`, async ({
    page,
    gms,
    openSite,
    trouble,
  }) => {
    gms.gms.play('quiet');
    const site = await openSite({ config: { chat: { api } } });
    await page.goto(`${site.url}index.html?${IDS}`);
    await expect(page.getByRole('status')).toHaveText('Connected');
    for (const at of [0, 30]) {
      gms.gms.inject({ name: 'rst', at, on: 'send' });
      await say(page, `Reset at ${at}`);
      await expect(message(page, `Reset at ${at}`)).toHaveAttribute('data-state', 'sent');
    }
    await expect(page.locator('[data-from="me"]')).toHaveCount(2);
    expect(requestsTo(gms, '/send')).toHaveLength(2);
    trouble.splice(0);
  });

  test(`F77: a server that is killed and comes back with the chat (${api}): found again, with every word`, async ({
    page,
    gms,
    openSite,
    trouble,
  }) => {
    gms.gms.play('quiet');
    const site = await openSite({ config: { chat: { api } } });
    await page.goto(`${site.url}index.html?${IDS}`);
    await expect(page.getByRole('status')).toHaveText('Connected');
    const back = gms.kill(6_000, true);
    gms.gms.improvise({ do: 'emit', event: { type: 'Message', text: 'Said meanwhile' } });
    await expect(page.getByRole('status')).toHaveText('Reconnecting');
    await say(page, 'Written meanwhile');
    await back;
    await expect(page.getByRole('status')).toHaveText('Connected');
    await expect(message(page, 'Written meanwhile')).toHaveAttribute('data-state', 'sent');
    await expect(message(page, 'Said meanwhile')).toHaveCount(1);
    expect(requestsTo(gms, '/send')).toHaveLength(1);
    trouble.splice(0);
  });
}

test('F61: a key that is held down, or pressed again, sends one message', async ({ page, gms, openSite }) => {
  gms.gms.play('quiet');
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  await field(page).fill('Once');
  for (let repeat = 0; repeat < 4; repeat += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await page.keyboard.press('Enter');
  await expect(message(page, 'Once')).toHaveAttribute('data-state', 'sent');
  await expect(message(page, 'Once')).toHaveCount(1);
  expect(requestsTo(gms, '/send')).toHaveLength(1);
});

test('F96: a window that is closed in mid-chat says no good-bye: that was not asked for', async ({
  page,
  context,
  gms,
  openSite,
}) => {
  gms.gms.play('quiet');
  const site = await openSite();
  const host = await context.newPage();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  await page.close({ runBeforeUnload: true });
  // whatever it would have sent on its way out has arrived before this
  await host.goto(`${site.url}config.json`);
  expect(requestsTo(gms, '/disconnect')).toHaveLength(0);
  expect(gms.gms.chats()[0]?.ended).toBeNull();
});

for (const transport of ['polling', 'cometd'] as const) {
  test(`F98: where a policy refuses workers, nothing is missed, for none is asked for (${transport})`, async ({
    page,
    openSite,
  }) => {
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    const policy = "worker-src 'none'";
    const site = await openSite({ config: { chat: { api: 'v2', transport } }, policy });
    await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);
    await expect(page.getByRole('status')).toHaveText('Connected');
    await say(page, 'Without a worker');
    await expect(message(page, 'Without a worker')).toHaveAttribute('data-state', 'sent');
    // a breach of the policy would be an error in the page
    expect(workers).toEqual([]);
  });
}
