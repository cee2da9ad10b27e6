import type { Page } from '@playwright/test';
import { expect, IDS, requestsTo, test } from './support/test.ts';

/** Far more than any screen has. */
const MOST_STOPS = 40;

/** Goes on with Tab until something of that name has the focus: whatever cannot be reached so is not there. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const stops: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(nameOfFocus);
    if (name.test(here)) return;
    stops.push(here);
  }
  throw new Error(`No ${name} among ${stops.join(' · ')}`);
}

function nameOfFocus(): string {
  const element = document.activeElement;
  const labels = element instanceof HTMLInputElement ? Array.from(element.labels ?? []) : [];
  return (
    element?.getAttribute('aria-label') ??
    (labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : (element?.textContent ?? ''))
  );
}

test('a call is booked, moved and cancelled by keyboard alone', async ({ page, gms, openSite }) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=VOICE-SCHEDULED-USERTERM&${IDS}`);
  await expect(page.getByRole('radiogroup', { name: 'Time' })).toBeVisible();
  await tabTo(page, /^Country/);
  await page.keyboard.type('Norw');
  await tabTo(page, /^Phone number/);
  await page.keyboard.type('412 34 567');

  // one stop for the days, one for the times, arrows within
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radiogroup', { name: 'Day' }).locator(':focus')).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  const times = page.getByRole('radiogroup', { name: 'Time' });
  await page.keyboard.press('Space');
  await expect(times.locator(':focus')).toBeChecked();
  await page.keyboard.press('ArrowDown');
  const chosen = await times.locator(':focus').inputValue();
  await tabTo(page, /^Call me .+ at /);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Your request is with us' })).toBeFocused();
  await tabTo(page, /^Ok$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your call is booked' })).toBeFocused();
  expect(Object.fromEntries(requestsTo(gms, '/callback/samples_new')[0]?.fields ?? [])).toMatchObject({
    _customer_number: '+4741234567',
    _desired_time: chosen,
  });

  await tabTo(page, /^Change the time$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'When should we call you instead?' })).toBeFocused();
  await expect(times).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await tabTo(page, /^Move the call to /);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your call is booked' })).toBeFocused();
  await expect(page.getByText('The call was moved.')).toBeVisible();

  await tabTo(page, /^Cancel the call$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Keep the call' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Cancel the call' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, /^Cancel the call$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The call was cancelled' })).toBeFocused();
  expect(gms.gms.requests().map(({ method }) => method)).toEqual(expect.arrayContaining(['PUT', 'DELETE']));
});
