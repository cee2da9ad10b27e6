import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { returnToChat, returnToMessages } from './asyncScene.ts';
import { log, renderConsole, rows } from './renderConsole.tsx';

const button = () => page.getByRole('button', { name: 'Show earlier messages' });
const frame = () => log().element() as HTMLElement;
const announced = () => document.querySelector('[data-announcer=polite]')?.textContent ?? '';

describe('an asynchronous chat that was taken up again', () => {
  test('shows its last twenty, and twenty more on request, in their place', async () => {
    const scene = returnToMessages(57);
    await renderConsole(scene);
    expect(rows()).toHaveLength(20);
    await button().click();
    expect(scene.effects.at(-1)).toEqual({ type: 'refreshNow' });
    scene.answer(17);
    await vi.waitFor(() => expect(rows()).toHaveLength(40));
    expect(rows()[0]?.textContent).toContain('Message 18');
    await button().click();
    scene.answer(0);
    await vi.waitFor(() => expect(rows()).toHaveLength(57));
    await expect.element(button()).not.toBeInTheDocument();
    await expect.element(log()).toHaveFocus();
  });

  test('says while they are on their way, and that they have come', async () => {
    const scene = returnToMessages(57);
    await renderConsole(scene);
    await button().click();
    const coming = page.getByRole('button', { name: 'Loading earlier messages …' });
    await expect.element(coming).toHaveFocus();
    await expect.element(coming).toHaveAttribute('aria-disabled', 'true');
    scene.answer(17);
    await expect.element(page.getByText('20 earlier entries are shown.')).toBeInTheDocument();
    await expect.element(button()).toHaveFocus();
  });

  test('keeps what was in view in view', async () => {
    const scene = returnToMessages(57);
    await renderConsole(scene);
    await expect.element(button()).toBeInTheDocument();
    frame().scrollTop = 0;
    await vi.waitFor(() => expect(frame().scrollTop).toBe(0));
    await button().click();
    // the very first one is of the same group as what comes before it, and moves up to that
    const second = rows()[1] as HTMLElement;
    const before = second.getBoundingClientRect().top;
    scene.answer(17);
    await vi.waitFor(() => expect(rows()).toHaveLength(40));
    expect(Math.abs(second.getBoundingClientRect().top - before)).toBeLessThan(2);
  });

  test('neither speaks what was said earlier nor counts it as new, but what came along with it', async () => {
    const scene = returnToMessages(57);
    await renderConsole(scene);
    await expect.element(button()).toBeInTheDocument();
    frame().scrollTop = 0;
    await button().click();
    scene.answer(17, 58);
    await vi.waitFor(() => expect(rows()).toHaveLength(41));
    await expect.element(page.getByRole('button', { name: '1 new message' })).toBeVisible();
    await vi.waitFor(() => expect(announced()).toContain('Message 58'));
    expect(announced()).not.toContain('Message 18');
  });

  test('that is short has nothing to ask for', async () => {
    await renderConsole(returnToMessages(12));
    expect(rows()).toHaveLength(12);
    await userEvent.tab();
    await expect.element(button()).not.toBeInTheDocument();
  });

  test('that was over before it could be read says so, and offers another', async () => {
    const scene = returnToChat();
    scene.dispatch({ type: 'linkLost', failure: { kind: 'over' }, jitter: 0 });
    await renderConsole(scene);
    await expect
      .element(page.getByRole('heading', { name: 'The chat ended while you were away' }))
      .toBeVisible();
    await page.getByRole('button', { name: 'Start a new chat' }).click();
    expect(scene.session.getState().phase).toBe('starting');
  });
});
