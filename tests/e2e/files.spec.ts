import { readFile } from 'node:fs/promises';
import { startRelay } from './support/startRelay.ts';
import { expect, IDS, message, test } from './support/test.ts';

const V2 = { chat: { api: 'v2', serviceName: 'support' } };
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test('a picture goes to the agent, and stands in the conversation once', async ({ page, gms, openSite }) => {
  gms.gms.play('files');
  const site = await openSite({ config: V2 });
  await page.goto(`${site.url}?gmsScenario=CHAT-NOW&${IDS}`);
  await expect(message(page, 'Could you send me a picture')).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach a file' }).click();
  await (await choosing).setFiles({ name: 'Größe 4.png', mimeType: 'image/png', buffer: PNG });
  await expect(page.getByRole('region', { name: 'Files to send' })).toContainText('Größe 4.png');
  await page.getByRole('button', { name: 'Send 1 file' }).click();
  const own = page.locator('[data-entry="file"][data-from="me"]');
  await expect(own).toContainText('Größe 4.png');
  await expect(page.getByRole('region', { name: 'Files to send' })).toHaveCount(0);
  await expect(own).toHaveCount(1);

  const upload = gms.gms.requests().find(({ path }) => path.endsWith('/file'));
  expect(upload?.fields).toContainEqual(['file', `${PNG.length} bytes`, 'Größe 4.png']);
  expect(upload?.path).not.toContain('secureKey');

  await own.getByRole('button', { name: /^Remove/ }).click();
  await expect(own).toContainText('Removed');
});

test('a file from the agent is saved byte for byte under a safe name', async ({ page, gms, openSite }) => {
  gms.gms.play('files');
  const site = await openSite({ config: V2 });
  await page.goto(`${site.url}?gmsScenario=CHAT-NOW&${IDS}`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download your plan.pdf' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('your plan.pdf');
  expect(await readFile(await saved.path(), 'latin1')).toMatch(/^%PDF-1\.4/);
  await expect(page.getByText('3 downloads left').first()).toBeVisible();
  expect(page.url()).not.toContain('f-');
});

test('a lost answer to an upload is not called a failure, and the conversation settles it', async ({
  page,
  gms,
  openSite,
  trouble,
}) => {
  gms.gms.play('files');
  const site = await openSite({ config: V2 });
  await page.goto(`${site.url}?gmsScenario=CHAT-NOW&${IDS}`);
  await expect(message(page, 'Could you send me a picture')).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach a file' }).click();
  await (await choosing).setFiles({ name: 'a.png', mimeType: 'image/png', buffer: PNG });
  gms.gms.inject({ on: 'upload', name: 'lost-after' });
  await page.getByRole('button', { name: 'Send 1 file' }).click();
  await expect(page.locator('[data-entry="file"][data-from="me"]')).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Files to send' })).toHaveCount(0);
  expect(gms.gms.requests().filter(({ path }) => path.endsWith('/file'))).toHaveLength(1);
  trouble.splice(0);
});

test('F68: an upload that breaks off keeps its file, and goes again only when that is asked for', async ({
  page,
  gms,
  openSite,
  trouble,
}) => {
  gms.gms.play('files');
  const relay = await startRelay(gms.url);
  const site = await openSite({ config: { ...V2, gmsUrl: `${relay.url}/genesys` }, connect: [relay.url] });
  await page.goto(`${site.url}?gmsScenario=CHAT-NOW&${IDS}`);
  await expect(message(page, 'Could you send me a picture')).toBeVisible();
  const buffer = Buffer.concat([PNG, Buffer.alloc(4_000_000)]);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach a file' }).click();
  await (await choosing).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer });
  relay.breakAfter(0.6 * buffer.length);
  await page.getByRole('button', { name: 'Send 1 file' }).click();

  const tray = page.getByRole('region', { name: 'Files to send' });
  await expect(tray).toContainText('We cannot tell whether it arrived.');
  await expect(tray).toContainText('photo.png');
  const broken = relay.broken();
  await expect(page.getByRole('status')).toHaveText('Connected');
  await page.waitForTimeout(4_000);
  expect(relay.broken(), 'uploads that nobody asked for').toBe(broken);
  const uploads = () => gms.gms.requests().filter(({ path }) => path.endsWith('/file'));
  expect(uploads()).toEqual([]);

  relay.breakAfter(Infinity);
  await tray.getByRole('button', { name: 'Try again: photo.png' }).click();
  const own = page.locator('[data-entry="file"][data-from="me"]');
  await expect(own).toContainText('photo.png');
  await expect(tray).toHaveCount(0);
  await expect(own).toHaveCount(1);
  expect(uploads().map(({ fields }) => fields.at(-1))).toEqual([
    ['file', `${buffer.length} bytes`, 'photo.png'],
  ]);
  trouble.splice(0);
  await relay.close();
});
