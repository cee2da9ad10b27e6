import { openRealTabs } from './support/realTabs.ts';
import { expect, IDS, requestsTo, test } from './support/test.ts';

const STATUS = `document.querySelector('[role="status"]')?.textContent`;
/** Long enough for several of the wake-ups that a hidden page is left with. `HIDDEN_SECONDS` says another length. */
const HIDDEN_MS = Number(process.env['HIDDEN_SECONDS'] ?? 100) * 1_000;

const WAYS = [
  { name: 'polled', config: {} },
  { name: 'pushed by long-polling', config: { chat: { transport: 'cometd' } } },
  { name: 'pushed over a WebSocket', config: { chat: { api: 'v2', transport: 'cometd' } } },
];

for (const { name, config } of WAYS) {
  test(`a tab that is really hidden keeps its chat alive, ${name} (F86)`, async ({ gms, openSite }) => {
    test.setTimeout(HIDDEN_MS + 80_000);
    gms.gms.play('quiet');
    const site = await openSite({ config });
    const tabs = await openRealTabs();
    try {
      const chat = await tabs.open(`${site.url}index.html?${IDS}`);
      await expect.poll(() => chat.value(STATUS)).toBe('Connected');
      // a wait of the kind that a naive console would use, to see that the browser is as harsh as we say
      await chat.value(
        'window.naive = []; (function tick() { naive.push(Date.now()); setTimeout(tick, 3000); })()',
      );
      await tabs.open('about:blank');
      await expect.poll(() => chat.value('document.visibilityState')).toBe('hidden');
      const from = Date.now();
      await new Promise((resolve) => setTimeout(resolve, HIDDEN_MS));

      const seen = requestsTo(gms, '/refresh')
        .map(({ at }) => at)
        .filter((at) => at >= from);
      const pauses = [from, ...seen, Date.now()].map((at, place, all) => at - (all[place - 1] ?? at));
      const longestSilence = Math.max(...pauses);
      test.info().annotations.push({ type: 'longest silence', description: `${longestSilence} ms` });
      expect(longestSilence).toBeLessThanOrEqual(20_000);
      for (const start of seen)
        expect(seen.filter((at) => at >= start && at < start + 60_000).length).toBeLessThanOrEqual(8);
      const ticks = '[...naive, Date.now()]';
      const longest = `Math.max(...${ticks}.map((at, i, all) => at - (all[i - 1] ?? at)))`;
      expect(await chat.value(longest)).toBeGreaterThan(20_000);

      await chat.show();
      await expect.poll(() => chat.value(STATUS)).toBe('Connected');
      const { length } = requestsTo(gms, '/refresh');
      await expect
        .poll(() => requestsTo(gms, '/refresh').length, { timeout: 12_000 })
        .toBeGreaterThan(length);
    } finally {
      await tabs.close();
    }
  });

  test(`a page that was frozen asks before it sends anything, and learns that the chat is over, ${name} (F87)`, async ({
    gms,
    openSite,
  }) => {
    gms.gms.play('quiet');
    const site = await openSite({ config });
    const tabs = await openRealTabs();
    try {
      const chat = await tabs.open(`${site.url}index.html?${IDS}`);
      await expect.poll(() => chat.value(STATUS)).toBe('Connected');
      await chat.command('Page.setWebLifecycleState', { state: 'frozen' });
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      const { length } = requestsTo(gms, '/refresh');
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      expect(requestsTo(gms, '/refresh')).toHaveLength(length);
      gms.gms.restart(false);
      await chat.command('Page.setWebLifecycleState', { state: 'active' });
      await expect.poll(() => chat.value(STATUS), { timeout: 10_000 }).toBe('Chat ended');
      expect(requestsTo(gms, '/send')).toHaveLength(0);
    } finally {
      await tabs.close();
    }
  });
}
