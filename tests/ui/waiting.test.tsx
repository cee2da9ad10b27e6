import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SCENARIOS } from '../../src/session/scenarios.ts';
import type { Scenario } from '../../src/session/scenarios.ts';
import { field, openCall, renderConsole } from './renderConsole.tsx';
import type { Scene } from './renderConsole.tsx';
import { NOTHING_KNOWN, someSlots, withNumber } from './stubCallbacks.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const allowedScenarios = Object.keys(SCENARIOS) as Scenario[];
const running = { state: 'QUEUED', reason: null, desiredTime: null, contactNumber: null };

function wait(scenario: Scenario, desiredTime?: string): Scene {
  const scene = openCall(scenario, withNumber);
  scene.callbacks.answers.record = running;
  if (scenario.startsWith('VOICE'))
    scene.dispatch({
      type: 'formSubmitted',
      customer: {},
      ...(desiredTime === undefined ? {} : { desiredTime }),
    });
  scene.dispatch({ type: 'startAnswered', reply: { type: 'wait', serviceId: 'S1' } });
  return scene;
}

function tiles(): string[] {
  return [...document.querySelectorAll('.tile')].map((tile) => tile.textContent ?? '');
}

describe('waiting for a chat', () => {
  test('shows what is known of the queue with its age, and one can write', async () => {
    const scene = wait('CHAT-WAIT');
    scene.callbacks.answers.queue = { ...NOTHING_KNOWN, position: 3, waitSeconds: 95 };
    await renderConsole(scene);
    await expect.element(page.getByText('Updated just now')).toBeVisible();
    expect(tiles()).toEqual(['estimated wait2 min', 'your place in the queue3', 'people waitingnot known']);
    await expect.element(field()).toBeVisible();
    await userEvent.click(button('Connect me now'));
    expect(scene.effects.at(-1)).toEqual({ type: 'connectService', serviceId: 'S1' });
  });

  test('does without the queue when it cannot be asked', async () => {
    const scene = wait('CHAT-WAIT');
    scene.callbacks.answers.queue = { kind: 'server', status: 500 };
    await renderConsole(scene);
    await expect.element(button('Connect me now')).toBeVisible();
    expect(tiles()).toEqual([]);
  });

  test('never shows an old figure as the present one', async () => {
    const scene = wait('CHAT-WAIT');
    scene.callbacks.answers.queue = { ...NOTHING_KNOWN, position: 3 };
    await renderConsole(scene);
    await expect.element(page.getByText('Updated just now')).toBeVisible();
    const now = Date.now();
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now + 65_000);
    onTestFinished(() => clock.mockRestore());
    await expect.element(page.getByText('Last known 60 seconds ago')).toBeVisible();
  });

  test('says in every way that an agent is ready', async () => {
    const scene = wait('CHAT-WAIT');
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
    const scene = wait('CHAT-WAIT');
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
    const scene = wait('CHAT-WAIT');
    await renderConsole(scene, { allowedScenarios });
    await userEvent.click(button('Ask for a call instead'));
    expect(scene.effects.at(-1)).toEqual({ type: 'releaseService', serviceId: 'S1' });
    scene.dispatch({ type: 'orderReleased' });
    await expect.element(button('Call me now')).toBeVisible();
  });
});

describe('waiting for a call', () => {
  test('says how it stands, as it moves, and what came of it', async () => {
    const scene = wait('VOICE-NOW-USERTERM');
    await renderConsole(scene);
    await expect.element(page.getByRole('heading', { name: 'We are calling you' })).toBeVisible();
    await expect.element(page.getByText('Your request is in the queue.')).toBeVisible();
    await expect.element(page.getByText('+4741234567')).toBeVisible();
    scene.callbacks.answers.record = { ...running, state: 'COMPLETED', reason: 'FAIL_USER_UNREACHABLE' };
    await expect
      .element(page.getByText('We could not reach you on this number.'), { timeout: 8_000 })
      .toBeVisible();
    expect(scene.session.getState()).toMatchObject({ phase: 'ended', reason: 'callFailed' });
    await userEvent.click(button('Ask for another call'));
    await expect.element(button('Call me now')).toBeVisible();
  }, 15_000);

  test('can be cancelled, when it is meant', async () => {
    const scene = wait('VOICE-NOW-USERTERM');
    await renderConsole(scene);
    await userEvent.click(button('Cancel the call'));
    await expect.element(button('Keep the call')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(scene.callbacks.asked).toEqual([]);
    await userEvent.click(button('Cancel the call'));
    scene.callbacks.answers.cancel = { kind: 'server', status: 500 };
    await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the call' }));
    await expect.element(page.getByRole('alert')).toHaveTextContent('could not be cancelled');
    scene.callbacks.answers.cancel = null;
    await userEvent.click(button('Cancel the call'));
    await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel the call' }));
    await expect.element(page.getByRole('heading', { name: 'The call was cancelled' })).toBeVisible();
    expect(scene.callbacks.asked).toEqual([
      ['cancel', 'S1'],
      ['cancel', 'S1'],
    ]);
  });

  test('cannot be cancelled once one talks', async () => {
    const scene = wait('VOICE-NOW-USERTERM');
    scene.callbacks.answers.record = { ...running, state: 'PROCESSING' };
    await renderConsole(scene);
    await expect.element(page.getByText('You are being connected.')).toBeVisible();
    await expect.element(button('Cancel the call')).not.toBeInTheDocument();
  });

  test.each<[Scenario, string]>([
    ['VOICE-WAIT-USERTERM', 'We call you as soon as someone is free.'],
    ['VOICE-WAIT-USERORIG', 'You get a number to call as soon as someone is free.'],
  ])('%s finds somebody first, and one can be connected now', async (scenario, words) => {
    const scene = wait(scenario);
    scene.callbacks.answers.queue = { ...NOTHING_KNOWN, position: 2 };
    await renderConsole(scene, { allowedScenarios });
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(page.getByText('Updated just now')).toBeVisible();
    await userEvent.click(button('Connect me now'));
    expect(scene.effects.at(-1)).toEqual({ type: 'connectService', serviceId: 'S1' });
  });
});

describe('a booked call', () => {
  const when = () => someSlots()[1]?.key ?? '';

  test('has a receipt with time and zone, number and reference, and goes into the calendar', async () => {
    const scene = wait('VOICE-SCHEDULED-USERTERM', when());
    scene.callbacks.answers.record = { ...running, state: 'SCHEDULED' };
    await renderConsole(scene, { reference: '7F3K' });
    await expect.element(page.getByRole('heading', { name: 'Your call is booked' })).toBeVisible();
    expect(document.querySelector('time')?.dateTime).toBe(when());
    await expect.element(page.getByText(/\(GMT/)).toBeVisible();
    await expect.element(page.getByText('+4741234567')).toBeVisible();
    await expect.element(page.getByText('Reference: 7F3K')).toBeVisible();
    const create = vi.spyOn(URL, 'createObjectURL');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    await userEvent.click(button('Add to calendar'));
    const [made] = create.mock.calls[0] ?? [];
    const file = made instanceof Blob ? await made.text() : '';
    expect(file).toContain(`DTSTART:${when().replaceAll(/[-:]|\.\d+/g, '')}\r\n`);
  });

  test('can be moved; a refusal offers what is free, and the old time stands until another is accepted', async () => {
    const scene = wait('VOICE-SCHEDULED-USERTERM', when());
    scene.callbacks.answers.slots = someSlots();
    const offer = someSlots()[4]?.key ?? '';
    scene.callbacks.answers.reschedule = { kind: 'refused', status: 400, availability: { [offer]: 2 } };
    await renderConsole(scene);
    await userEvent.click(button('Change the time'));
    await userEvent.click(page.getByRole('radiogroup', { name: 'Time' }).getByRole('radio').first());
    await userEvent.click(button(/^Move the call to/));
    await expect.element(page.getByRole('alert')).toHaveTextContent('That time has just been taken');
    expect(scene.session.getState().order?.desiredTime).toBe(when());
    scene.callbacks.answers.reschedule = null;
    await userEvent.click(page.getByRole('radiogroup', { name: 'Time' }).getByRole('radio').first());
    await userEvent.click(button(/^Move the call to/));
    await expect.element(page.getByText('The call was moved.')).toBeVisible();
    expect(scene.session.getState().order?.desiredTime).toBe(offer);
    expect(scene.callbacks.asked).toContainEqual(['reschedule', 'S1', offer]);
  });
});
