import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { NOON } from '../session/samples.ts';
import { renderConsole } from './renderConsole.tsx';
import type { Scene } from './renderConsole.tsx';
import { NOTHING_KNOWN } from './stubCallbacks.ts';
import { ordered } from './waitingScene.ts';

type Heard = { at: number; text: string };

/** Shows a chat that waits, and writes down what a screen reader hears of its queue, and when. */
async function listen(scene: Scene): Promise<Heard[]> {
  await renderConsole(scene);
  await vi.waitFor(() => expect(document.querySelector('.queue')).not.toBeNull());
  const region = document.querySelector('.queue > [aria-live]') as Element;
  const heard: Heard[] = [];
  const observer = new MutationObserver(() => {
    if (region.textContent) heard.push({ at: Date.now(), text: region.textContent });
  });
  observer.observe(region, { subtree: true, childList: true, characterData: true });
  onTestFinished(() => observer.disconnect());
  return heard;
}

function textsOf(heard: readonly Heard[]): string[] {
  return heard.map(({ text }) => text);
}

/** Time goes on in small steps, with a frame for each: a text that is shown and taken away was shown. */
async function wait(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    await vi.advanceTimersByTimeAsync(500);
    await new Promise(requestAnimationFrame);
  }
}

function queueAt(position: number, waitSeconds: number) {
  return { ...NOTHING_KNOWN, position, waitSeconds };
}

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    now: NOON,
  });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('what is said of the queue', () => {
  test('is its state at once, and a change of it not before half a minute has passed', async () => {
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = queueAt(9, 300);
    const heard = await listen(scene);
    await wait(9_000);
    expect(textsOf(heard)).toEqual(['Your place in the queue: 9. Estimated wait: 5 min.']);
    scene.callbacks.answers.queue = queueAt(8, 290);
    await wait(10_000);
    scene.callbacks.answers.queue = queueAt(7, 200);
    await wait(10_000);
    expect(heard).toHaveLength(1);
    await wait(20_000);
    expect(textsOf(heard.slice(1))).toEqual(['Your place in the queue: 7. Estimated wait: 4 min.']);
    const [first, second] = heard;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(30_000);
  });

  test('is nothing while nothing changes, and nothing when nothing is known', async () => {
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = NOTHING_KNOWN;
    const heard = await listen(scene);
    await wait(35_000);
    expect(heard).toEqual([]);
    scene.callbacks.answers.queue = queueAt(2, 30);
    await wait(100_000);
    expect(textsOf(heard)).toEqual(['Your place in the queue: 2. Estimated wait: under 1 min.']);
  });
});

describe('that an agent is ready', () => {
  const ready = { ...NOTHING_KNOWN, isAgentReady: true };

  test('is in the name of the window until it is over, counted down in steps', async () => {
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = queueAt(1, 0);
    await listen(scene);
    const before = document.title;
    scene.callbacks.answers.queue = ready;
    await wait(11_000);
    expect(document.title).toBe(`An agent is ready – ${before}`);
    await expect.element(page.getByText('Connect in the next 30 seconds.')).toBeVisible();
    await wait(5_000);
    await expect.element(page.getByText('Connect in the next 25 seconds.')).toBeVisible();
    await wait(26_000);
    await expect.element(page.getByText(/^You can still connect/)).toBeVisible();
    scene.callbacks.answers.queue = queueAt(1, 20);
    await wait(10_000);
    expect(document.title).toBe(before);
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('is heard when the sound is on, and not before', async () => {
    const start = vi.spyOn(OscillatorNode.prototype, 'start');
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = ready;
    await listen(scene);
    await expect.element(page.getByRole('alert')).toHaveTextContent('An agent is ready');
    expect(start).not.toHaveBeenCalled();
    await userEvent.click(page.getByRole('button', { name: 'More options' }));
    await userEvent.click(page.getByRole('menuitem', { name: 'Sound' }));
    scene.callbacks.answers.queue = queueAt(1, 20);
    await wait(10_000);
    // the sample that was given when it was turned on
    start.mockClear();
    scene.callbacks.answers.queue = ready;
    await wait(10_000);
    await expect.element(page.getByRole('alert')).toHaveTextContent('An agent is ready');
    expect(start).toHaveBeenCalled();
  });

  test('is still to be read when the browser can make no sound', async () => {
    vi.spyOn(OscillatorNode.prototype, 'start').mockImplementation(() => {
      throw new DOMException('no device', 'InvalidStateError');
    });
    const scene = ordered('CHAT-WAIT');
    scene.callbacks.answers.queue = queueAt(1, 0);
    await listen(scene);
    await userEvent.click(page.getByRole('button', { name: 'More options' }));
    await userEvent.click(page.getByRole('menuitem', { name: 'Sound' }));
    scene.callbacks.answers.queue = ready;
    await wait(10_000);
    await expect.element(page.getByRole('alert')).toHaveTextContent('An agent is ready');
  });
});
