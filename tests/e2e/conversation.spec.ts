import { expect, field, IDS, message, requestsTo, say, test } from './support/test.ts';

for (const api of ['v1', 'v2'] as const) {
  test(`a whole chat on ${api}, from the address to the last word (F01)`, async ({ page, gms, openSite }) => {
    const site = await openSite({ config: { chat: { api } } });
    await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);

    await expect(page.getByRole('status')).toHaveText('Connected');
    await expect(message(page, 'What can I do for you today?')).toBeVisible();

    await say(page, 'Does my plan work in Norway?');
    const own = message(page, 'Does my plan work in Norway?');
    await expect(own).toHaveAttribute('data-from', 'me');
    await expect(own).toHaveAttribute('data-state', 'sent');
    await expect(own).toHaveAttribute('data-index', /^\d+$/);
    await expect(page.getByRole('link', { name: 'https://example.com/roaming' })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    );

    await say(page, 'And who knows about data?');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jonas Berg');
    await expect(page.locator('[data-entry="notice"]').filter({ hasText: 'Jonas Berg' })).toHaveCount(1);

    await say(page, 'Thanks, bye');
    await expect(page.getByRole('status')).toHaveText('Chat ended');
    await expect(message(page, 'Have a lovely day!')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Start a new chat' })).toBeVisible();

    const before = gms.gms.requests().length;
    await page.waitForTimeout(4_000);
    expect(gms.gms.requests(), 'nothing is asked after the end').toHaveLength(before);
    const starts =
      api === 'v1' ? requestsTo(gms, '/callback/samples_new') : requestsTo(gms, '/2/chat/samples_new');
    expect(starts, 'one start').toHaveLength(1);
    expect(requestsTo(gms, '/send'), 'each message once').toHaveLength(3);
  });
}

test('a v1 start carries the fields of the seed', async ({ page, gms, openSite }) => {
  const customer = {
    firstName: 'Ana',
    lastName: 'Sørensen',
    contactNumber: '+4741234567',
    provideCode: true,
  };
  const site = await openSite({ config: { customer, userData: { segment: 'gold' }, gmsUser: 'ana' } });
  await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);
  await expect(page.getByRole('status')).toHaveText('Connected');

  const [start] = requestsTo(gms, '/1/service/callback/samples_new');
  expect(start?.headers['gms_user']).toBe('ana');
  expect(Object.fromEntries(start?.fields ?? [])).toEqual({
    first_name: 'Ana',
    last_name: 'Sørensen',
    _provide_code: 'true',
    _customer_number: '+4741234567',
    _call_direction: 'USERORIGINATED',
    _wait_for_agent: 'false',
    _wait_for_user_confirm: 'false',
    _media_type: 'chat',
    visitID: '4F2A9C1B7D3E4A5F8B6C0D1E2F3A4B5C',
    pageID: '0A1B2C3D4E5F60718293A4B5C6D7E8F9',
    webengagement: '',
    segment: 'gold',
  });
  const [create] = requestsTo(gms, '/ixn/chat');
  expect(Object.fromEntries(create?.fields ?? [])).toMatchObject({
    _verbose: 'true',
    firstName: 'Ana',
    lastName: 'Sørensen',
  });
});

test('a v2 start attaches the ids and the page, and needs one round trip', async ({
  page,
  gms,
  openSite,
}) => {
  const site = await openSite({
    config: { chat: { api: 'v2', serviceName: 'web-support' }, userData: { segment: 'gold' } },
  });
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('status')).toHaveText('Connected');

  const [start] = requestsTo(gms, '/2/chat/web-support');
  const fields = Object.fromEntries(start?.fields ?? []);
  expect(fields).toMatchObject({
    nickname: 'Visitor',
    'userData[visitID]': '4F2A9C1B7D3E4A5F8B6C0D1E2F3A4B5C',
    'userData[pageID]': '0A1B2C3D4E5F60718293A4B5C6D7E8F9',
    'userData[webengagement]': '',
    'userData[GCTI_LanguageCode]': 'en',
    'userData[_genesys_source]': 'web',
    'userData[_genesys_OS]': 'Linux',
    'userData[segment]': 'gold',
  });
  expect(fields['userData[TimeZone]']).toMatch(/^(60|120)$/);
  expect(gms.gms.requests()[0]?.path).toBe('/genesys/2/chat/web-support');
});

test('a chat that the visitor came to by themselves is not marked as proactive', async ({
  page,
  gms,
  openSite,
}) => {
  const site = await openSite({ config: { chat: { api: 'v2' } } });
  await page.goto(`${site.url}index.html`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  const [start] = requestsTo(gms, '/2/chat/samples_new');
  expect(start?.fields.map(([name]) => name)).not.toContain('userData[webengagement]');
});

test('the whole way by keyboard alone: write, save, end, start anew', async ({ page, gms, openSite }) => {
  gms.gms.play('echo');
  const site = await openSite();
  await page.goto(`${site.url}index.html?${IDS}`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('First line');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second line');
  await page.keyboard.press('Enter');
  await expect(message(page, 'second line').first()).toHaveAttribute('data-state', 'sent');
  expect(requestsTo(gms, '/send')[0]?.fields).toContainEqual(['message', 'First line\nsecond line']);

  const more = page.getByRole('button', { name: 'More options' });
  for (
    let presses = 0;
    presses < 10 && !(await more.evaluate((button) => button === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Save transcript' })).toBeFocused();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.txt$/);

  await more.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'End chat' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog', { name: 'End this chat?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep chatting' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Chat ended');
  await expect.poll(() => requestsTo(gms, '/disconnect').length).toBe(1);

  await page.getByRole('button', { name: 'Start a new chat' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Connected');
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(2);
});
