import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ChatEvent, Sender } from '../../src/session/chatEvent.ts';
import { batch, happened, jonas, maria, me, NOON, said } from '../session/samples.ts';
import { log, openChat, renderConsole, rows } from './renderConsole.tsx';

const system: Sender = { id: '9', role: 'system', name: 'System' };
const at = (event: ChatEvent, minutes: number): ChatEvent => ({ ...event, at: NOON + minutes * 60_000 });
const bubbles = () => [...document.querySelectorAll('.bubble')].map((bubble) => bubble.textContent);

describe('a row', () => {
  test('carries the names that host pages and checks hold on to', async () => {
    const scene = openChat(happened('joined', 1, maria), said(2, maria, 'Hello'), said(3, me, 'Good day'));
    scene.receive(said(null, maria, 'No number'), {
      type: 'urlPushed',
      index: 4,
      at: NOON,
      from: maria,
      url: 'https://a.test/',
    });
    await renderConsole(scene);

    // the card of a page travels on demand
    await expect.poll(() => rows().length).toBe(5);
    expect(rows().map((row) => row.dataset)).toMatchObject([
      { entry: 'notice', index: '1' },
      { entry: 'message', from: 'agent', index: '2' },
      { entry: 'message', from: 'me', state: 'sent', index: '3' },
      { entry: 'message', from: 'agent' },
      { entry: 'link', from: 'agent', index: '4' },
    ]);
    expect(rows()[3]?.dataset).not.toHaveProperty('index');
    expect(rows()[1]?.dataset).not.toHaveProperty('state');
    await expect.element(log()).toHaveAttribute('aria-live', 'off');
    await expect.element(log()).toHaveAttribute('tabindex', '0');
  });

  test('says who, when, what and what became of it, in that order', async () => {
    await renderConsole(openChat(said(1, maria, 'Hello'), at(said(2, me, 'Good day'), 3)));
    const spoken = rows().map((row) => row.textContent);
    expect(spoken[0]).toMatch(/^Maria, \d\d:\d\d: .*Hello/);
    expect(spoken[1]).toMatch(/^You, \d\d:\d\d: Good day.*Sent$/);
  });

  test('of an own message keeps its element from typing to the echo', async () => {
    const scene = openChat(happened('joined', 1, maria));
    scene.dispatch({ type: 'sendRequested', key: 'k', text: 'Hello' });
    await renderConsole(scene);
    const row = rows().at(-1);
    expect(row?.textContent).toContain('Sending');
    scene.receive(said(2, me, 'Hello'));

    await vi.waitFor(() => expect(row?.dataset['state']).toBe('sent'));
    expect(rows().at(-1)).toBe(row);
  });

  test('that has waited, is sent, is doubted or was refused says so in words', async () => {
    const scene = openChat(happened('joined', 1, maria));
    for (const key of ['a', 'b', 'c']) scene.dispatch({ type: 'sendRequested', key, text: `message ${key}` });
    await renderConsole(scene);
    const states = () =>
      rows()
        .slice(1)
        .map((row) => row.dataset['state']);
    expect(states()).toEqual(['sending', 'queued', 'queued']);
    await expect.element(page.getByText('Waiting to send').first()).toBeVisible();

    scene.dispatch({ type: 'sendFailed', key: 'a', failure: { kind: 'timeout' } });
    await expect.element(page.getByText('Checking')).toBeVisible();
    scene.pass(6_000);
    scene.receive();
    scene.pass(6_000);
    scene.receive();
    await expect.element(page.getByText('Not sent')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    expect(scene.effects.at(-1)).toMatchObject({ type: 'send', key: 'a' });

    scene.dispatch({ type: 'sendFailed', key: 'a', failure: { kind: 'refused', code: 204 } });
    await expect.element(page.getByText('Refused: it is too long')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Discard' }));
    expect(states()).toEqual(['sending', 'queued']);
  });
});

test('an own message under way when the chat ends is not said to be under way any more', async () => {
  const scene = openChat(happened('joined', 1, maria));
  scene.dispatch({ type: 'sendRequested', key: 'k', text: 'Hello' });
  await renderConsole(scene);
  await expect.element(page.getByText('Sending')).toBeVisible();
  scene.dispatch({ type: 'received', batch: batch([], true) });
  await expect.element(page.getByText('May not have arrived')).toBeVisible();
  expect(rows().at(-1)?.textContent).not.toMatch(/Sending|Checking/);
});

describe('people', () => {
  test('are named once for what they say in one go', async () => {
    const scene = openChat(
      said(1, maria, 'One'),
      said(2, maria, 'Two'),
      at(said(3, maria, 'Later'), 5),
      said(4, jonas, 'Hi'),
    );
    await renderConsole(scene);
    const named = rows().map((row) => row.querySelector('.meta')?.textContent?.split(' · ')[0] ?? '');
    expect(named).toEqual(['', 'Maria', 'Maria', 'Jonas']);
  });

  test('are what their party type says, whatever they call themselves (F70)', async () => {
    const scene = openChat(
      said(1, { ...maria, name: 'You' }, 'Trust me'),
      said(2, system, 'Maintenance at six'),
    );
    scene.receive(said(3, { ...jonas, name: 'System' }, 'Me too'));
    await renderConsole(scene);
    expect(rows().map((row) => row.dataset['from'])).toEqual(['agent', 'system', 'agent']);
    expect(rows().map((row) => row.querySelector('.meta bdi')?.textContent)).toEqual([
      'You (Agent)',
      'System',
      'System (Agent)',
    ]);
  });

  test('who are bots are always said to be one', async () => {
    const nora: Sender = { id: '5', role: 'bot', name: 'Nora' };
    await renderConsole(openChat(happened('joined', 1, nora), said(2, nora, 'Hi')));
    expect(rows()[0]?.textContent).toContain('Nora (Assistant) joined the chat');
    expect(rows()[1]?.textContent).toMatch(/^Nora \(Assistant\), /);
    expect(rows()[1]?.dataset['from']).toBe('bot');
    expect(rows()[1]?.querySelector('.avatar')?.textContent).toBe('N');
  });

  test('who supervise are unseen until they write', async () => {
    const ingrid: Sender = { id: '7', role: 'supervisor', name: 'Ingrid' };
    const scene = openChat(
      happened('joined', 1, maria),
      happened('joined', 2, ingrid),
      happened('typingStarted', 3, ingrid),
    );
    await renderConsole(scene);
    expect(document.querySelector('main')?.textContent).not.toContain('Ingrid');
    scene.receive(said(4, ingrid, 'I am helping today'), happened('left', 5, ingrid));
    await vi.waitFor(() =>
      expect(rows().map((row) => row.dataset['from'])).toEqual([undefined, 'supervisor']),
    );
  });

  test('of whom the visitor shows a page are told so, with its host', async () => {
    const url = 'https://shop.example/order/12';
    await renderConsole(openChat({ type: 'urlPushed', index: 1, at: NOON, from: me, url }));
    expect(rows()[0]?.dataset).toMatchObject({ entry: 'link', from: 'me' });
    await expect
      .element(page.getByRole('link', { name: /^Open shop\.example/ }))
      .toHaveAttribute('href', url);
  });

  test('who take over from one another are told in one line (F69)', async () => {
    await renderConsole(
      openChat(happened('joined', 1, maria), happened('left', 2, maria), happened('joined', 3, jonas)),
    );
    expect(rows().map((row) => row.textContent?.split(' · ')[0])).toEqual([
      'Maria joined the chat',
      'Maria left, Jonas joined',
    ]);
  });

  test('who type are shown and not announced', async () => {
    const scene = openChat(happened('joined', 1, maria), happened('typingStarted', 2, maria));
    await renderConsole(scene);
    await vi.waitFor(() => expect(document.querySelector('.typing')).toHaveTextContent('Maria is typing'));
    scene.receive(said(3, maria, 'Hello'));
    await vi.waitFor(() => expect(document.querySelector('.typing')).toBeNull());
  });
});

test('a line with the date stands where one day ends', async () => {
  await renderConsole(
    openChat(
      said(1, maria, 'Monday'),
      at(said(2, maria, 'Tuesday'), 24 * 60),
      at(said(3, maria, 'Still'), 24 * 60 + 1),
    ),
  );
  expect([...document.querySelectorAll('.day')].map((day) => day.textContent)).toEqual([
    'Saturday 3 January',
  ]);
});

describe('hostile texts', () => {
  test('stay texts, in messages, names and notices', async () => {
    const markup = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
    const scene = openChat(
      happened('joined', 1, { ...maria, name: markup }),
      said(2, { ...maria, name: markup }, markup),
    );
    scene.receive({ type: 'announced', index: 3, at: NOON, from: system, text: markup });
    await renderConsole(scene);
    expect(document.querySelectorAll('main img, main script')).toHaveLength(0);
    expect(bubbles()).toEqual([markup]);
  });

  test('are links only with schemes that are safe to follow', async () => {
    const text =
      'javascript:alert(1) data:text/html,x ftp://a.example/x https://ok.example/x?a=1 mail@ok.example tel:+4712345678 shop.example.com/y';
    await renderConsole(openChat(said(1, maria, text)));
    const links = await vi.waitFor(() => {
      const found = [...document.querySelectorAll<HTMLAnchorElement>('.bubble a')];
      expect(found).not.toEqual([]);
      return found;
    });
    expect(links.map((link) => link.href)).toEqual([
      'https://ok.example/x?a=1',
      'mailto:mail@ok.example',
      'tel:+4712345678',
      'https://shop.example.com/y',
    ]);
    expect(new Set(links.map((link) => `${link.target} ${link.rel}`))).toEqual(
      new Set(['_blank noopener noreferrer']),
    );
    expect(bubbles()).toEqual([text]);
  });

  test('pushed as an address are opened by nobody, and are no link unless they are of the web', async () => {
    const opened = vi.spyOn(window, 'open');
    const pushed = (index: number, url: string): ChatEvent => ({
      type: 'urlPushed',
      index,
      at: NOON,
      from: maria,
      url,
    });
    await renderConsole(
      openChat(
        pushed(1, 'javascript:alert(1)'),
        pushed(2, 'https://bank.example@evil.test/login'),
        pushed(3, 'no address'),
      ),
    );
    const links = page.getByRole('link', { name: /^Open/ });
    await expect.element(links).toHaveAttribute('href', 'https://bank.example@evil.test/login');
    await expect.element(links).toHaveAccessibleName(/^Open evil\.test/);
    expect(bubbles()[0]).toContain('javascript:alert(1)');
    expect(opened).not.toHaveBeenCalled();
  });

  test('without a space in them do not widen the window (F32)', async () => {
    await page.viewport(320, 640);
    await renderConsole(openChat(said(1, { ...maria, name: 'N'.repeat(200) }, 'W'.repeat(1500))));
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(log().element().scrollWidth).toBeLessThanOrEqual(320);
  });
});

test('a message in another direction keeps its own, and the window keeps its (F33)', async () => {
  await renderConsole(openChat(said(1, maria, 'مرحبا')));
  const bubble = document.querySelector('.bubble') as HTMLElement;
  expect(getComputedStyle(bubble).direction).toBe('rtl');
  expect(getComputedStyle(bubble).unicodeBidi).toBe('isolate');
});

test('a very long message shows its beginning, and all of it on request (F31)', async () => {
  const text = 'word '.repeat(1000).trim();
  await renderConsole(openChat(said(1, maria, text)));
  expect(bubbles()[0]?.length).toBeLessThan(700);
  await userEvent.click(page.getByRole('button', { name: 'Show all' }));
  expect(bubbles()[0]).toBe(`${text}Show less`);
  await expect
    .element(page.getByRole('button', { name: 'Show less' }))
    .toHaveAttribute('aria-expanded', 'true');
});
