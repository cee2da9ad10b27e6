import { expect, IDS, message, say, test } from '../e2e/support/test.ts';
import type { Shot } from './drawStrip.ts';
import { drawStrip, shotOf } from './drawStrip.ts';

test('the console', async ({ page, gms, openSite, trouble }) => {
  const site = await openSite();
  await page.goto(`${site.url}index.html?gmsScenario=CHAT-NOW&${IDS}`);
  await expect(message(page, 'What can I do for you today?')).toBeVisible();
  await say(page, 'Does my plan work in Norway?');
  await expect(message(page, 'example.com/roaming')).toBeVisible();
  const chat = await shotOf(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await shotOf(page);
  await page.emulateMedia({ colorScheme: 'light' });
  gms.gms.inject({ name: 'lost-before', on: 'any', times: 9 });
  await expect(page.getByRole('status')).toHaveText('Reconnecting');
  await say(page, 'Are you still there?');
  await expect(message(page, 'Are you still there?')).toBeVisible();
  await drawStrip(page, 'console.webp', [chat, await shotOf(page), dark]);
  // the outage was wanted
  trouble.splice(0);
});

test('calls', async ({ page, openSite }) => {
  const shots: Shot[] = [];
  const site = await openSite({ config: { customer: { provideCode: true } } });
  const open = (scenario: string) => page.goto(`${site.url}index.html?gmsScenario=${scenario}&${IDS}`);
  const number = page.getByRole('textbox', { name: 'Phone number' });

  await open('VOICE-NOW-USERTERM');
  await number.fill('123');
  await page.getByRole('button', { name: 'Call me now' }).click();
  await expect(page.getByText(/too short/)).toBeVisible();
  shots.push(await shotOf(page));

  await open('VOICE-SCHEDULED-USERTERM');
  await expect(page.getByRole('radiogroup', { name: 'Time' })).toBeVisible();
  await number.fill('+47 412 34 567');
  await page.getByRole('radio', { disabled: false }).nth(8).check({ force: true });
  shots.push(await shotOf(page));

  await open('VOICE-NOW-USERORIG');
  await number.fill('+47 412 34 567');
  await page.getByRole('button', { name: 'Get the number to call' }).click();
  await expect(page.getByText('Or point your phone’s camera here')).toBeVisible();
  shots.push(await shotOf(page));
  await page.getByRole('button', { name: 'I have called' }).click();

  await open('CHAT-WAIT');
  await expect(page.getByText('Updated just now')).toBeVisible();
  shots.push(await shotOf(page));
  await drawStrip(page, 'calls.webp', shots);
});
