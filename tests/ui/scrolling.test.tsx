import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import { maria, said } from '../session/samples.ts';
import type { Scene } from './renderConsole.tsx';
import { field, log, modelOf, openChat, renderConsole, rows } from './renderConsole.tsx';

const messages = (count: number, from = 1): ChatEvent[] =>
  Array.from({ length: count }, (_, place) => said(from + place, maria, `Message ${from + place}`));
const frame = () => log().element() as HTMLElement;
const distance = () => frame().scrollHeight - frame().scrollTop - frame().clientHeight;
const newMessages = () => page.getByRole('button', { name: /new message/ });

/** Shows so many messages and reads back to the beginning of what is shown. */
async function readBack(count: number): Promise<Scene> {
  const scene = openChat(...messages(count));
  await renderConsole(scene);
  await scrollTo(0);
  return scene;
}

async function scrollTo(top: number): Promise<void> {
  const scrolled = new Promise((resolve) => frame().addEventListener('scroll', resolve, { once: true }));
  frame().scrollTop = top;
  await scrolled;
}

describe('the end is followed', () => {
  test('by whoever is there, through new rows and a smaller window', async () => {
    const scene = openChat(...messages(40));
    await renderConsole(scene);
    expect(distance()).toBeLessThan(2);
    scene.receive(said(41, maria, 'And one more'));
    await vi.waitFor(() => expect(rows()).toHaveLength(41));
    expect(distance()).toBeLessThan(2);

    await page.viewport(420, 300);
    await vi.waitFor(() => expect(distance()).toBeLessThan(2));
  });

  test('through a row that grows by itself, as when its picture has come', async () => {
    const scene = openChat(...messages(40));
    await renderConsole(scene);
    const last = rows().at(-1) as HTMLElement;
    last.style.minBlockSize = '300px';
    await vi.waitFor(() => expect(distance()).toBeLessThan(2));
    scene.receive(said(41, maria, 'And one more'));
    await vi.waitFor(() => expect(rows()).toHaveLength(41));
    expect(distance()).toBeLessThan(2);
  });

  test('only once there is one: what stands there before is read from its beginning', async () => {
    await page.viewport(320, 240);
    const scene = openChat();
    await renderConsole(scene, { privacyUrl: 'https://example.com/privacy' });
    await expect.element(page.getByRole('heading', { name: 'We’re finding someone for you' })).toBeVisible();
    expect(distance()).toBeGreaterThan(24);
    expect(frame().scrollTop).toBe(0);
    await scrollTo(10);
    scene.receive(...messages(10));
    await vi.waitFor(() => expect(rows()).toHaveLength(10));
    expect(distance()).toBeLessThan(2);
  });

  test('again by who sends something while reading back', async () => {
    const scene = await readBack(60);
    await userEvent.fill(field(), 'My answer');
    await userEvent.keyboard('{Enter}');
    await vi.waitFor(() => expect(distance()).toBeLessThan(2));
    expect(scene.session.getState().outbox).toHaveLength(1);
  });
});

describe('whoever reads back', () => {
  test('is not moved by new messages, is told of them, and goes to the first of them', async () => {
    const scene = await readBack(60);
    await scrollTo(200);
    scene.receive(...messages(3, 61));
    await expect.element(newMessages()).toHaveTextContent('3 new messages');
    expect(frame().scrollTop).toBe(200);

    await userEvent.click(newMessages());
    await expect.element(log()).toHaveFocus();
    const first = rows().find((row) => row.textContent?.includes('Message 61'));
    const top = first?.getBoundingClientRect().top ?? 0;
    expect(top).toBeGreaterThanOrEqual(frame().getBoundingClientRect().top - 1);
    expect(top).toBeLessThan(frame().getBoundingClientRect().bottom);
    await expect.element(newMessages()).not.toBeInTheDocument();
  });

  test('reaches that button with the keyboard, between the transcript and the composer', async () => {
    const scene = await readBack(60);
    scene.receive(said(61, maria, 'New'));
    await expect.element(newMessages()).toHaveTextContent('1 new message');
    frame().focus();
    await userEvent.tab();
    await expect.element(newMessages()).toHaveFocus();
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Attach a file' })).toHaveFocus();
    await userEvent.tab();
    await expect.element(field()).toHaveFocus();
  });

  test('is told nothing any more when the end is reached', async () => {
    const scene = await readBack(60);
    scene.receive(said(61, maria, 'New'));
    await expect.element(newMessages()).toBeVisible();
    await scrollTo(frame().scrollHeight);
    await expect.element(newMessages()).not.toBeInTheDocument();
  });

  test('who unfolds a long message at the end stays where it begins', async () => {
    const scene = openChat(...messages(10), said(11, maria, 'word '.repeat(2000)));
    await renderConsole(scene);
    const top = frame().scrollTop;
    await userEvent.click(page.getByRole('button', { name: 'Show all' }));
    await vi.waitFor(() => expect(distance()).toBeGreaterThan(100));
    expect(frame().scrollTop).toBe(top);
    scene.receive(said(12, maria, 'New'));
    await expect.element(newMessages()).toBeVisible();
    expect(frame().scrollTop).toBe(top);
  });
});

describe('a long conversation', () => {
  const earlier = () => page.getByRole('button', { name: /^Show earlier messages/ });

  test('is shown by its last 200 rows, also when 10,000 come at once (F30)', async () => {
    await renderConsole(openChat(...messages(10_000)));
    expect(rows()).toHaveLength(200);
    expect(rows().at(-1)?.textContent).toContain('Message 10000');
    await expect.element(earlier()).toHaveTextContent('Show earlier messages (9,800)');
  });

  test('costs a new message a row or two, not the conversation', async () => {
    const scene = openChat(...messages(10_000));
    const model = modelOf(scene);
    const time = vi.spyOn(model.t, 'time');
    await renderConsole(scene, {}, model);
    time.mockClear();
    scene.receive(said(10_001, maria, 'One more'));
    await vi.waitFor(() => expect(rows().at(-1)?.textContent).toContain('One more'));
    // two rows, each saying the time for the ear and for the eye, rendered twice by strict mode
    expect(time.mock.calls.length).toBeLessThanOrEqual(8);
  });

  test('shows 200 more on request, and what was in view stays in view', async () => {
    await readBack(1_000);
    const first = rows()[0] as HTMLElement;
    const before = first.getBoundingClientRect().top;
    await userEvent.click(earlier());
    await vi.waitFor(() => expect(rows()).toHaveLength(400));
    expect(Math.abs(first.getBoundingClientRect().top - before)).toBeLessThan(2);
    await expect.element(earlier()).toHaveTextContent('(600)');
  });

  test('drops nothing while somebody reads back, and moves on at the end', async () => {
    const scene = await readBack(400);
    const first = rows()[0];
    scene.receive(...messages(120, 401));
    await vi.waitFor(() => expect(rows().at(-1)?.textContent).toContain('Message 520'));
    expect(rows()[0]).toBe(first);
    await scrollTo(frame().scrollHeight);
    await vi.waitFor(() => expect(rows()).toHaveLength(220));
    expect(distance()).toBeLessThan(2);
  });

  test('keeps the focus when the last earlier messages are shown', async () => {
    await readBack(300);
    await userEvent.click(earlier());
    await vi.waitFor(() => expect(rows()).toHaveLength(300));
    await expect.element(log()).toHaveFocus();
  });

  test('is printed whole, with long messages in full', async () => {
    await renderConsole(openChat(...messages(400), said(401, maria, 'word '.repeat(1000))));
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows()).toHaveLength(401);
    expect(rows()[0]?.textContent).toContain('Friday 2 January');
    expect(rows().at(-1)?.querySelector('.bubble')?.textContent?.length).toBe(5000);
    window.dispatchEvent(new Event('afterprint'));
    expect(rows().length).toBeLessThan(260);
    expect(document.querySelector('.day')).toBeNull();
  });
});
