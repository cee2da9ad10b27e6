import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { field, renderConsole } from './renderConsole.tsx';
import { NOTHING_KNOWN } from './stubCallbacks.ts';
import { allowedScenarios, confirmed, ordered, running } from './waitingScene.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });

function tiles(): string[] {
  return [...document.querySelectorAll('.tile')].map((tile) => tile.textContent ?? '');
}

describe('waiting for a chat', () => {
  test('shows what is known of the queue with its age, and one can write', async () => {
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = { ...NOTHING_KNOWN, position: 3, waitSeconds: 95 };
    await renderConsole(scene);
    await expect.element(page.getByText('Updated just now')).toBeVisible();
    expect(tiles()).toEqual(['estimated wait2 min', 'your place in the queue3', 'people waitingnot known']);
    await expect.element(field()).toBeVisible();
    await userEvent.click(button('Connect me now'));
    expect(scene.effects.at(-1)).toEqual({ type: 'connectService', serviceId: 'S1' });
  });

  test('shows all of it side by side on a narrow phone', async () => {
    await page.viewport(320, 640);
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = { ...NOTHING_KNOWN, position: 12, waitSeconds: 20, totalWaiting: 120 };
    await renderConsole(scene);
    await expect.element(page.getByText('Updated just now')).toBeVisible();
    const tops = [...document.querySelectorAll('.tile')].map((tile) => tile.getBoundingClientRect().top);
    expect(new Set(tops).size).toBe(1);
  });

  test.each([{ ...NOTHING_KNOWN, position: 3 }, { kind: 'server', status: 500 } as const])(
    'tells the wait of the whole queue where that of the order is not known: %o',
    async (queue) => {
      const scene = ordered('CHAT-WAIT');
      scene.callbacks.answers.queue = queue;
      scene.callbacks.answers.wait = 290;
      await renderConsole(scene, { hasWaitingTime: true });
      await expect.element(page.getByText('The wait is about 5 minutes right now.')).toBeVisible();
    },
  );

  test('asks nobody else where the wait of the order is known', async () => {
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = { ...NOTHING_KNOWN, waitSeconds: 95 };
    await renderConsole(scene, { hasWaitingTime: true });
    await expect.element(page.getByText('Updated just now')).toBeVisible();
    expect(scene.callbacks.asked).not.toContain('waitingTime');
  });

  test('does without the queue when it cannot be asked', async () => {
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = { kind: 'server', status: 500 };
    await renderConsole(scene);
    await expect.element(button('Connect me now')).toBeVisible();
    expect(tiles()).toEqual([]);
  });

  test('never shows an old figure as the present one', async () => {
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = { ...NOTHING_KNOWN, position: 3 };
    await renderConsole(scene);
    await expect.element(page.getByText('Updated just now')).toBeVisible();
    const now = Date.now();
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now + 65_000);
    onTestFinished(() => clock.mockRestore());
    await expect.element(page.getByText('Last known 60 seconds ago')).toBeVisible();
  });

  test('says in every way that an agent is ready', async () => {
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = { ...NOTHING_KNOWN, isAgentReady: true };
    await renderConsole(scene);
    await expect.element(page.getByRole('alert')).toHaveTextContent('An agent is ready');
    await expect.element(page.getByText(/^Connect in the next (30|25) seconds/)).toBeVisible();
    await vi.waitFor(() => expect(document.title).toMatch(/^An agent is ready – /));
    const connect = button('Connect me now').element();
    expect(getComputedStyle(connect).backgroundColor).not.toBe('rgb(255, 255, 255)');
    scene.dispatch({ type: 'endRequested' });
    await vi.waitFor(() => expect(document.title).not.toMatch(/ready/));
  });

  test('says that an agent is ready when the server tells it, before any question was answered', async () => {
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = { kind: 'server', status: 500 };
    await renderConsole(scene);
    await expect.element(button('Connect me now')).toBeVisible();
    expect(document.querySelector('[data-ready]')).toBeNull();
    scene.dispatch({ type: 'agentReady', serviceId: 'S1', path: '/1/service/S1/connect' });
    await expect.element(page.getByRole('alert')).toHaveTextContent('An agent is ready');
    await userEvent.click(button('Connect me now'));
    expect(scene.effects.at(-1)).toEqual({ type: 'followDialog', path: '/1/service/S1/connect' });
  });

  test('can be given up for a call: the first order is given back before the second', async () => {
    const scene = ordered('CHAT-WAIT');
    await renderConsole(scene, { allowedScenarios });
    await userEvent.click(button('Ask for a call instead'));
    expect(scene.effects.at(-1)).toEqual({ type: 'releaseService', serviceId: 'S1' });
    scene.dispatch({ type: 'orderReleased' });
    await expect.element(button('Call me now')).toBeVisible();
  });

  test('ends when the order does, in words about a chat', async () => {
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.record = { ...running, state: 'COMPLETED', reason: 'FAIL_USER_NO_CONFIRM' };
    await renderConsole(scene);
    await expect
      .element(page.getByRole('heading', { name: 'The chat is not available right now.' }))
      .toBeVisible();
    expect(scene.session.getState()).toMatchObject({ phase: 'ended', reason: 'callFailed' });
  });

  test('goes on after words of the service, which stand there', async () => {
    await renderConsole(confirmed('CHAT-WAIT'));
    await expect.element(page.getByText('We are calling you now')).toBeVisible();
    await expect.element(button('Connect me now')).toBeVisible();
  });
});
