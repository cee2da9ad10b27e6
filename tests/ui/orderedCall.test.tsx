import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Scenario } from '../../src/session/scenarios.ts';
import { renderConsole } from './renderConsole.tsx';
import type { Scene } from './renderConsole.tsx';
import { NOTHING_KNOWN, someSlots } from './stubCallbacks.ts';
import { allowedScenarios, confirmed, ordered, running } from './waitingScene.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });

describe('waiting for a call', () => {
  test('says how it stands, as it moves, and what came of it', async () => {
    const scene = confirmed('VOICE-NOW-USERTERM');
    await renderConsole(scene);
    await expect.element(page.getByRole('heading', { name: 'We are calling you' })).toBeVisible();
    await expect.element(page.getByText('Your request is in the queue.')).toBeVisible();
    await expect.element(page.getByText('+47 41 23 45 67')).toBeVisible();
    scene.callbacks.answers.record = { ...running, state: 'COMPLETED', reason: 'FAIL_USER_UNREACHABLE' };
    await expect
      .element(page.getByText('We could not reach you on this number.'), { timeout: 8_000 })
      .toBeVisible();
    expect(scene.session.getState()).toMatchObject({ phase: 'ended', reason: 'callFailed' });
    await userEvent.click(button('Ask for another call'));
    await expect.element(button('Call me now')).toBeVisible();
  }, 15_000);

  test('can be cancelled, when it is meant', async () => {
    const scene = confirmed('VOICE-NOW-USERTERM');
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
    const scene = confirmed('VOICE-NOW-USERTERM');
    scene.callbacks.answers.record = { ...running, state: 'PROCESSING' };
    await renderConsole(scene);
    await expect.element(page.getByText('You are being connected.')).toBeVisible();
    await expect.element(page.getByText('We are calling you now')).not.toBeInTheDocument();
    await expect.element(button('Cancel the call')).not.toBeInTheDocument();
  });

  test.each<[Scenario, string]>([
    ['VOICE-WAIT-USERTERM', 'We call you as soon as someone is free.'],
    // the service decides: an id alone means that somebody is being found
    ['VOICE-NOW-USERTERM', 'We call you as soon as someone is free.'],
    ['VOICE-WAIT-USERORIG', 'You get a number to call as soon as someone is free.'],
  ])('%s finds somebody first, and one can be connected now', async (scenario, words) => {
    const scene = ordered(scenario);
    scene.callbacks.answers.queue = { ...NOTHING_KNOWN, position: 2 };
    await renderConsole(scene, { allowedScenarios });
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(page.getByText('Updated just now')).toBeVisible();
    await userEvent.click(button('Connect me now'));
    expect(scene.effects.at(-1)).toEqual({ type: 'connectService', serviceId: 'S1' });
  });

  test('is on its way once one was connected, in the words of the service', async () => {
    const scene = ordered('VOICE-WAIT-USERTERM');
    await renderConsole(scene);
    await userEvent.click(button('Connect me now'));
    const text = 'We are calling you now';
    scene.dispatch(
      { type: 'startAnswered', reply: { type: 'confirm', serviceId: 'S1', text, okTitle: null } },
      { type: 'dialogClosed' },
    );
    await expect.element(page.getByRole('heading', { name: 'We are calling you' })).toBeVisible();
    await expect.element(page.getByText(text)).toBeVisible();
    await expect.element(button('Connect me now')).not.toBeInTheDocument();
  });

  test.each(['ROUTING', 'PROCESSING'])('cannot be connected again while it is %s', async (state) => {
    const scene = ordered('VOICE-WAIT-USERTERM');
    scene.callbacks.answers.record = { ...running, state };
    await renderConsole(scene);
    await expect.element(page.getByRole('heading', { name: 'We are calling you' })).toBeVisible();
    await expect.element(button('Connect me now')).not.toBeInTheDocument();
  });
});

describe('a booked call', () => {
  const when = () => someSlots()[1]?.key ?? '';

  function booked(desiredTime: string): Scene {
    const scene = ordered('VOICE-SCHEDULED-USERTERM', { desiredTime });
    scene.callbacks.answers.record = { ...running, state: 'SCHEDULED' };
    return scene;
  }

  test('has a receipt with time and zone, number and reference, and goes into the calendar', async () => {
    const scene = booked(when());
    await renderConsole(scene, { reference: '7F3K' });
    await expect.element(page.getByRole('heading', { name: 'Your call is booked' })).toBeVisible();
    expect(document.querySelector('time')?.dateTime).toBe(when());
    await expect.element(page.getByRole('term').first()).toHaveTextContent('Time zone');
    await expect.element(page.getByText(/\(GMT/)).toBeVisible();
    await expect.element(page.getByText('+47 41 23 45 67')).toBeVisible();
    await expect.element(page.getByText('Reference: 7F3K')).toBeVisible();
    const create = vi.spyOn(URL, 'createObjectURL');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    await userEvent.click(button('Add to calendar'));
    const [made] = create.mock.calls[0] ?? [];
    const file = made instanceof Blob ? await made.text() : '';
    expect(file).toContain(`DTSTART:${when().replaceAll(/[-:]|\.\d+/g, '')}\r\n`);
  });

  test('can be moved; a refusal offers what is free, and the old time stands until another is accepted', async () => {
    const scene = booked(when());
    scene.callbacks.answers.slots = someSlots();
    const offer = someSlots()[4]?.key ?? '';
    scene.callbacks.answers.reschedule = { kind: 'refused', status: 400, availability: { [offer]: 2 } };
    await renderConsole(scene);
    await userEvent.click(button('Change the time'));
    await userEvent.click(page.getByRole('radiogroup', { name: 'Time' }).getByRole('radio').first());
    await userEvent.click(button(/^Move the call to/));
    await expect.element(page.getByRole('alert')).toHaveTextContent('That time has just been taken');
    await expect.element(button('Move the call')).toBeVisible();
    expect(scene.session.getState().order?.desiredTime).toBe(when());
    scene.callbacks.answers.reschedule = null;
    await userEvent.click(page.getByRole('radiogroup', { name: 'Time' }).getByRole('radio').first());
    await userEvent.click(button(/^Move the call to/));
    await expect.element(page.getByText('The call was moved.')).toBeVisible();
    expect(scene.session.getState().order?.desiredTime).toBe(offer);
    expect(scene.callbacks.asked).toContainEqual(['reschedule', 'S1', offer]);
  });

  test('that somebody else has moved shows its new time', async () => {
    const scene = booked(when());
    const moved = someSlots()[4]?.key ?? '';
    scene.callbacks.answers.record = { ...running, state: 'SCHEDULED', desiredTime: moved };
    await renderConsole(scene);
    await vi.waitFor(() => expect(document.querySelector('time')?.dateTime).toBe(moved));
    expect(scene.session.getState().order?.desiredTime).toBe(moved);
  });

  test('is not moved back by a record that was read before', async () => {
    const scene = booked(when());
    scene.callbacks.answers.record = { ...running, state: 'SCHEDULED', desiredTime: when() };
    await renderConsole(scene);
    await expect.element(page.getByText('We call you at that time.')).toBeVisible();
    const moved = someSlots()[4]?.key ?? '';
    scene.dispatch({ type: 'callbackMoved', desiredTime: moved });
    await vi.waitFor(() => expect(document.querySelector('time')?.dateTime).toBe(moved));
    expect(scene.session.getState().order?.desiredTime).toBe(moved);
  });

  test('keeps its time once it is in the queue, and becomes a call like any other when it is due', async () => {
    const scene = booked(when());
    scene.callbacks.answers.record = running;
    const { unmount } = await renderConsole(scene);
    await expect.element(page.getByText('Your request is in the queue.')).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Your call is booked' })).toBeVisible();
    await expect.element(button('Change the time')).not.toBeInTheDocument();
    await unmount();

    const due = booked(new Date(Date.now() + 5 * 60_000).toISOString());
    due.callbacks.answers.record = running;
    due.callbacks.answers.queue = { ...NOTHING_KNOWN, isAgentReady: true };
    await renderConsole(due);
    await expect.element(page.getByRole('alert')).toHaveTextContent('An agent is ready');
    await userEvent.click(button('Connect me now'));
    expect(due.effects.at(-1)).toEqual({ type: 'connectService', serviceId: 'S1' });
  });
});
