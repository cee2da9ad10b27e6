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
