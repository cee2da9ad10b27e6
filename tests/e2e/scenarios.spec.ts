import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults.ts';
import { expect, IDS, message, requestsTo, say, test } from './support/test.ts';

const phase = (page: Page) => page.locator('[data-phase]');

async function giveNumber(page: Page, submit: RegExp): Promise<void> {
  await page.getByRole('textbox', { name: 'Phone number' }).fill('+47 412 34 567');
  await page.getByRole('button', { name: submit }).click();
}

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
});

test('VOICE-NOW-USERORIG gives the number and the code to call', async ({ page, gms, openSite }) => {
  const site = await openSite({ config: { customer: { provideCode: true } } });
  await page.goto(`${site.url}index.html?gmsScenario=VOICE-NOW-USERORIG&${IDS}`);
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
  expect(gms.gms.requests(), 'a link alone orders no call').toHaveLength(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  await giveNumber(page, /number to call/);
  await expect(page.getByRole('link', { name: /^Call/ })).toHaveAttribute('href', /^tel:\+?\d+$/);
  await expect(page.getByRole('group', { name: 'Access code' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  const [start] = requestsTo(gms, '/callback/samples_new');
  expect(Object.fromEntries(start?.fields ?? [])).toMatchObject({
    _customer_number: '+4741234567',
    _call_direction: 'USERORIGINATED',
    _media_type: 'voice',
    visitID: '4F2A9C1B7D3E4A5F8B6C0D1E2F3A4B5C',
  });
  await page.getByRole('button', { name: 'I have called' }).click();
  await expect(phase(page)).toHaveAttribute('data-phase', 'ended');
});

test('VOICE-WAIT-USERORIG waits for an agent and then gives the number', async ({ page, openSite }) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=VOICE-WAIT-USERORIG&${IDS}`);
  await giveNumber(page, /number to call/);
  await expect(phase(page)).toHaveAttribute('data-phase', 'waiting');
  await page.getByRole('button', { name: /^Connect me now/ }).click();
  await expect(page.getByRole('link', { name: /^Call/ })).toBeVisible();
});

test('VOICE-NOW-USERTERM says how the call stands until it is over', async ({ page, openSite }) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=VOICE-NOW-USERTERM&${IDS}`);
  await giveNumber(page, /^Call me/);
  await expect(page.getByText('We are calling you now')).toBeVisible();
  await page.getByRole('button', { name: 'Ok' }).click();
  await expect(phase(page)).toHaveAttribute('data-phase', 'waiting');
  expect(await accessibilityFaults(page)).toEqual([]);
  await expect(phase(page)).toHaveAttribute('data-phase', 'ended', { timeout: 30_000 });
});

test('VOICE-WAIT-USERTERM connects when the visitor is ready', async ({ page, openSite }) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=VOICE-WAIT-USERTERM&${IDS}`);
  await giveNumber(page, /^Call me/);
  await expect(phase(page)).toHaveAttribute('data-phase', 'waiting');
  await page.getByRole('button', { name: /^Connect me now/ }).click();
  await expect(phase(page)).toHaveAttribute('data-phase', 'dialog');
});

test('VOICE-SCHEDULED-USERTERM books a time that survives a reload and can be given back', async ({
  page,
  gms,
  openSite,
}) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=VOICE-SCHEDULED-USERTERM&${IDS}`);
  await expect(page.getByRole('radiogroup', { name: 'Time' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page
    .getByRole('radiogroup', { name: 'Time' })
    .getByRole('radio', { disabled: false })
    .first()
    .check({ force: true });
  await giveNumber(page, /^Call me .* at /);
  await expect(phase(page)).toHaveAttribute('data-phase', /dialog|waiting/);
  const [start] = requestsTo(gms, '/callback/samples_new');
  expect(Object.fromEntries(start?.fields ?? [])['_desired_time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d/);
  const ok = page.getByRole('button', { name: /^ok$/i });
  if (await ok.isVisible()) await ok.click();
  await expect(phase(page)).toHaveAttribute('data-phase', 'waiting');
  await page.reload();
  await expect(phase(page)).toHaveAttribute('data-phase', 'waiting');
  await expect(page.getByRole('button', { name: 'Cancel the call' })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel the call' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the call' }).click();
  await expect(phase(page)).toHaveAttribute('data-phase', 'ended');
  expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
  expect(gms.gms.requests().filter(({ method }) => method === 'DELETE')).toHaveLength(1);
});

test('CHAT-WAIT takes words while waiting, and they go out first', async ({ page, gms, openSite }) => {
  gms.gms.play('echo');
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=CHAT-WAIT&${IDS}`);
  await expect(phase(page)).toHaveAttribute('data-phase', 'waiting');
  await say(page, 'My first words');
  await page.getByRole('button', { name: /^Connect me now/ }).click();
  await expect(message(page, 'My first words').first()).toHaveAttribute('data-state', 'sent');
  await expect(page.getByRole('status')).toHaveText('Connected');
});

test('CHAT-WAIT can become a call: the first order is given back before the second is made', async ({
  page,
  gms,
  openSite,
}) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=CHAT-WAIT&${IDS}`);
  await page.getByRole('button', { name: 'Ask for a call instead' }).click();
  await giveNumber(page, /^Call me/);
  await expect(page.getByText('We are calling you now')).toBeVisible();
  const made = gms.gms
    .requests()
    .filter(({ method, path }) => method === 'DELETE' || path.endsWith('/callback/samples_new'))
    .map(({ method }) => method);
  expect(made).toEqual(['POST', 'DELETE', 'POST']);
});

test('REQUEST-CHAT opens a chat at the address it is given', async ({ page, gms, openSite }) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=REQUEST-CHAT&${IDS}`);
  await expect(page.getByRole('status')).toHaveText('Connected');
  expect(requestsTo(gms, '/1/service/request-chat')).toHaveLength(1);
});

test('REQUEST-INTERACTION asks for the number as the service spells it', async ({ page, gms, openSite }) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=REQUEST-INTERACTION&${IDS}`);
  await giveNumber(page, /number to call/);
  await expect(page.getByRole('link', { name: /^Call/ })).toBeVisible();
  const [start] = requestsTo(gms, '/1/service/request-interaction');
  expect(start?.fields).toContainEqual(['_phone_number', '+4741234567']);
});

test('CUSTOM lets the service decide', async ({ page, gms, openSite }) => {
  const site = await openSite({ config: { serviceName: 'always-menu' } });
  await page.goto(`${site.url}index.html?gmsScenario=CUSTOM&${IDS}`);
  await expect(phase(page)).toHaveAttribute('data-phase', 'dialog');
  const [start] = requestsTo(gms, '/callback/always-menu');
  expect(start?.fields.map(([name]) => name).filter((name) => name.startsWith('_'))).toEqual([]);
});

test('a service that wants a number for a chat gets one, and everything written is kept', async ({
  page,
  gms,
  openSite,
  trouble,
}) => {
  const site = await openSite({ config: { serviceName: 'needs-number' } });
  await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);
  await giveNumber(page, /^Start chat/);
  await expect(page.getByRole('status')).toHaveText('Connected');
  expect(requestsTo(gms, '/callback/needs-number')).toHaveLength(2);
  expect(trouble.splice(0).join()).toContain('400');
});
