import type { RealTab } from './support/realTabs.ts';
import { openRealTabs } from './support/realTabs.ts';
import { expect, IDS, requestsTo, test } from './support/test.ts';

const HELD = 'navigator.locks.query().then(({ held }) => held.length)';
const STATUS = `document.querySelector('[role="status"]')?.textContent`;
const DRAFT = `document.querySelector('textarea')?.value`;
const OWN = `[...document.querySelectorAll('[data-from="me"]')].map((row) => row.dataset.state).join()`;

async function write(tab: RealTab, text: string): Promise<void> {
  await tab.value(`(() => {
    const field = document.querySelector('textarea');
    field.value = ${JSON.stringify(text)};
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  })()`);
}

async function submit(tab: RealTab): Promise<void> {
  await tab.value(`document.querySelector('form.composer').requestSubmit()`);
}

test.beforeEach(({ gms }) => gms.gms.play('quiet'));

test('a page that comes back from the back/forward cache goes on with its chat (F89)', async ({
  gms,
  openSite,
}) => {
  const site = await openSite();
  const tabs = await openRealTabs();
  try {
    const chat = await tabs.open(`${site.url}index.html?${IDS}`);
    await expect.poll(() => chat.value(STATUS)).toBe('Connected');
    await expect.poll(() => chat.value(HELD)).toBe(1);
    await write(chat, 'half a sentence');
    await chat.value('void (window.isTheSame = true)');
    await chat.value(`void (location.href = ${JSON.stringify(`${site.url}config.json`)})`);
    await expect.poll(() => chat.value('location.pathname.endsWith("config.json")')).toBe(true);
    const away = requestsTo(gms, '/refresh').length;
    await chat.value('history.back()');
    await expect.poll(() => chat.value(STATUS)).toBe('Connected');
    // kept whole, although it holds a lock while it is open
    expect(await chat.value('window.isTheSame')).toBe(true);
    expect(await chat.value(DRAFT)).toBe('half a sentence');
    await expect.poll(() => requestsTo(gms, '/refresh').length).toBeGreaterThan(away + 1);
    await expect.poll(() => chat.value(HELD)).toBe(1);
    await submit(chat);
    await expect.poll(() => chat.value(OWN)).toBe('sent');
    expect(requestsTo(gms, '/send')).toHaveLength(1);
    expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
  } finally {
    await tabs.close();
  }
});

test('after a crash of the page, what was under way is looked for and nothing is sent twice (F65)', async ({
  gms,
  openSite,
}) => {
  const site = await openSite();
  const tabs = await openRealTabs();
  try {
    const chat = await tabs.open(`${site.url}index.html?${IDS}`);
    await expect.poll(() => chat.value(STATUS)).toBe('Connected');
    gms.gms.inject({ name: 'delay', on: 'send', ms: 20_000 });
    await write(chat, 'Under way');
    await submit(chat);
    await expect.poll(() => requestsTo(gms, '/send').length).toBe(1);
    await write(chat, 'half a sentence');
    await chat.crash();
    await expect.poll(() => chat.value(OWN)).toBe('sent');
    expect(await chat.value(STATUS)).toBe('Connected');
    expect(await chat.value(DRAFT)).toBe('half a sentence');
    expect(requestsTo(gms, '/send')).toHaveLength(1);
    expect(requestsTo(gms, '/callback/samples_new')).toHaveLength(1);
  } finally {
    await tabs.close();
  }
});
