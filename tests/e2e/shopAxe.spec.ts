import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults.ts';
import type { Development } from './support/startDevelopment.ts';
import { forgiveLeavers, startDevelopment } from './support/startDevelopment.ts';
import { expect, test } from './support/test.ts';

/** The pages around the console: what a salesperson shows must not be what a screen reader stumbles over. */

let development: Development;

test.beforeAll(async () => {
  development = await startDevelopment();
});
test.afterAll(() => development.close());
test.afterEach(({ trouble }) => forgiveLeavers(trouble));
test.describe.configure({ mode: 'serial' });

/** Until the tracker has told of the page: then the servers in it are there, too. */
async function visit(page: Page, name: string): Promise<void> {
  await page.goto(`${development.base}src/demo/${name}.html`);
  await expect(page.locator('.wires')).toContainText('PageEntered', { timeout: 30_000 });
}

async function openDesk(page: Page): Promise<void> {
  await page.getByText('Behind the scenes').click();
  await expect(page.getByRole('complementary', { name: 'Behind the scenes' })).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [320, 640],
    [1280, 800],
  ] as const) {
    test(`axe has nothing to say about the shop, ${colorScheme}, ${width} px wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      for (const name of ['shop', 'phones', 'support']) {
        await visit(page, name);
        expect(await accessibilityFaults(page), name).toEqual([]);
      }
      await openDesk(page);
      expect(await accessibilityFaults(page), 'behind the scenes').toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}

test('nor about the invitation on it, nor about the console in its corner, open and minimised', async ({
  page,
}) => {
  await visit(page, 'shop');
  await openDesk(page);
  await page.getByRole('button', { name: 'The page’s own invitation' }).click();
  await expect(page.getByRole('dialog')).toBeVisible({ timeout: 30_000 });
  expect(await accessibilityFaults(page), 'invitation').toEqual([]);
  await page.getByRole('button', { name: 'No, thanks' }).click();

  await page.getByRole('button', { name: 'Chat on this page' }).click();
  const console = page.frameLocator('iframe');
  await expect(console.getByRole('status')).toHaveText('Connected', { timeout: 30_000 });
  expect(await accessibilityFaults(page), 'in the corner').toEqual([]);
  await console.getByRole('button', { name: 'Minimise' }).click();
  await expect(page.getByRole('button', { name: 'Chat', exact: true })).toBeVisible();
  expect(await accessibilityFaults(page), 'minimised').toEqual([]);
});
