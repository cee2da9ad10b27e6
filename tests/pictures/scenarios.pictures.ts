import type { Page } from '@playwright/test';
import type { Scenario } from '../../src/session/scenarios.ts';
import { expect, IDS, message, say, test } from '../e2e/support/test.ts';
import type { Shot } from './drawStrip.ts';
import { drawStrip, shotOf } from './drawStrip.ts';

type Stage = Readonly<{ page: Page; shots: Shot[] }>;
type Play = Readonly<{ config?: object; run: (stage: Stage) => Promise<void> }>;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const shoot = async ({ page, shots }: Stage) => void shots.push(await shotOf(page));
const giveNumber = (page: Page) => page.getByRole('textbox', { name: 'Phone number' }).fill('+47 412 34 567');
const CODE = { customer: { provideCode: true } };

async function chat(stage: Stage): Promise<void> {
  const { page } = stage;
  await expect(message(page, 'What can I do for you today?')).toBeVisible();
  await say(page, 'Does my plan work in Norway?');
  await expect(message(page, 'example.com/roaming')).toBeVisible();
  await shoot(stage);
}

async function waitForAgent(stage: Stage): Promise<void> {
  await expect(stage.page.getByText('Updated just now')).toBeVisible();
  await shoot(stage);
  await expect(stage.page.getByText('An agent is ready')).toBeVisible({ timeout: 40_000 });
  await shoot(stage);
  await button(stage.page, 'Connect me now').click();
}

async function order(stage: Stage, name: RegExp): Promise<void> {
  await giveNumber(stage.page);
  await shoot(stage);
  await button(stage.page, name).click();
}

async function takeNumber(stage: Stage): Promise<void> {
  await expect(stage.page.getByText('Or point your phone’s camera here')).toBeVisible();
  await shoot(stage);
}

async function readAndWait(stage: Stage): Promise<void> {
  await expect(button(stage.page, 'Ok')).toBeVisible();
  await shoot(stage);
  await button(stage.page, 'Ok').click();
}

/** What a visitor usually sees of each. */
const PLAYS = {
  'CHAT-NOW': {
    async run(stage) {
      await expect(stage.page.getByText('Northwind Assistant').first()).toBeVisible();
      await shoot(stage);
      await chat(stage);
    },
  },
  'CHAT-WAIT': {
    async run(stage) {
      await say(stage.page, 'I have a question about my bill.');
      await waitForAgent(stage);
      await chat(stage);
    },
  },
  'REQUEST-CHAT': { run: chat },
  'VOICE-NOW-USERORIG': {
    config: CODE,
    async run(stage) {
      await order(stage, /number to call/);
      await takeNumber(stage);
    },
  },
  'VOICE-WAIT-USERORIG': {
    async run(stage) {
      await order(stage, /number to call/);
      await waitForAgent(stage);
      await takeNumber(stage);
    },
  },
  'VOICE-NOW-USERTERM': {
    config: { waitingTime: { queue: 'Sales' } },
    async run(stage) {
      await expect(stage.page.getByText(/^The wait is/)).toBeVisible();
      await order(stage, /^Call me/);
      await readAndWait(stage);
      await expect(stage.page.getByText('Your request is in the queue.')).toBeVisible();
      await shoot(stage);
      await expect(stage.page.locator('[data-phase="ended"]')).toBeVisible({ timeout: 40_000 });
      await shoot(stage);
    },
  },
  'VOICE-WAIT-USERTERM': {
    async run(stage) {
      await order(stage, /^Call me/);
      await waitForAgent(stage);
      await readAndWait(stage);
    },
  },
  'VOICE-SCHEDULED-USERTERM': {
    async run(stage) {
      const { page } = stage;
      const times = page.getByRole('radiogroup', { name: 'Time' });
      await expect(times).toBeVisible();
      await giveNumber(page);
      await shoot(stage);
      await times.getByRole('radio', { disabled: false }).nth(3).check({ force: true });
      await button(page, /^Call me/).scrollIntoViewIfNeeded();
      await shoot(stage);
      await button(page, /^Call me/).click();
      await button(page, 'Ok').click();
      await expect(page.getByText('We call you at that time.')).toBeVisible();
      await shoot(stage);
    },
  },
  'REQUEST-INTERACTION': {
    config: CODE,
    async run(stage) {
      await order(stage, /number to call/);
      await takeNumber(stage);
    },
  },
  CUSTOM: {
    config: { serviceName: 'always-menu' },
    async run(stage) {
      await expect(button(stage.page, 'In five minutes')).toBeVisible();
      await shoot(stage);
      await button(stage.page, 'In five minutes').click();
      await readAndWait(stage);
    },
  },
} as const satisfies Readonly<Record<Scenario, Play>>;

for (const [scenario, play] of Object.entries<Play>(PLAYS)) {
  test(scenario, async ({ page, openSite }) => {
    const site = await openSite(play.config ? { config: play.config } : {});
    await page.goto(`${site.url}index.html?gmsScenario=${scenario}&${IDS}`);
    const shots: Shot[] = [];
    await play.run({ page, shots });
    await drawStrip(page, `scenarios/${scenario.toLowerCase()}.webp`, shots);
  });
}
