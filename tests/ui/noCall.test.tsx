import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Failure } from '../../src/session/failure.ts';
import type { Scenario } from '../../src/session/scenarios.ts';
import { batch, invitation, maria, said } from '../session/samples.ts';
import { openCall, renderConsole } from './renderConsole.tsx';
import type { Scene } from './renderConsole.tsx';
import { withNumber } from './stubCallbacks.ts';
import { allowedScenarios, ordered } from './waitingScene.ts';

const button = (name: string) => page.getByRole('button', { name });
const dial = {
  type: 'dial',
  serviceId: 'S1',
  number: '+4780012345',
  label: '',
  accessCode: null,
  expiresInSeconds: null,
} as const;
const closed: Failure = { kind: 'refused', status: 400, exception: 'CallbackExceptionAvailability' };

function failed(scenario: Scenario, failure: Failure): Scene {
  const scene = openCall(scenario, withNumber);
  if (scenario.startsWith('VOICE')) scene.dispatch({ type: 'formSubmitted', customer: {} });
  scene.dispatch({ type: 'startFailed', failure });
  return scene;
}

describe('a call that could not be arranged', () => {
  test('says so and why in words about calls, and in no others', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    await renderConsole(failed('VOICE-NOW-USERTERM', { kind: 'server', status: 500 }));
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('Our service has a problem at the moment.');
    await expect.element(page.getByRole('status')).toHaveTextContent('Not connected');
    await vi.advanceTimersByTimeAsync(1_100);
    await new Promise(requestAnimationFrame);
    expect(document.body.textContent).not.toContain('chat could not start');
  });

  test.each([closed, { kind: 'server', status: 503 } as const])(
    'can be booked for later: %o',
    async (failure) => {
      const scene = failed('VOICE-NOW-USERTERM', failure);
      await renderConsole(scene, { allowedScenarios });
      await userEvent.click(button('Choose a time for the call'));
      await vi.waitFor(() =>
        expect(scene.session.getState()).toMatchObject({
          phase: 'form',
          order: { scenario: 'VOICE-SCHEDULED-USERTERM' },
        }),
      );
    },
  );

  test.each([{ kind: 'refused', status: 400 } as const, { kind: 'server', status: 503 } as const])(
    'lets the visitor change what was refused before it is sent again: %o',
    async (failure) => {
      const scene = failed('VOICE-NOW-USERTERM', failure);
      await renderConsole(scene, { allowedScenarios });
      await userEvent.click(button('Change what you filled in'));
      await expect
        .element(page.getByRole('textbox', { name: 'Phone number' }))
        .toHaveValue('+47 41 23 45 67');
      expect(scene.effects.filter(({ type }) => type === 'startService')).toHaveLength(1);
    },
  );

  test('is not offered for later where that is not allowed, or no help', async () => {
    const { unmount } = await renderConsole(failed('VOICE-NOW-USERTERM', closed), {
      allowedScenarios: ['VOICE-NOW-USERTERM'],
    });
    await expect.element(page.getByText(/We are closed at the moment/)).toBeVisible();
    await expect.element(button('Choose a time for the call')).not.toBeInTheDocument();
    await unmount();
    await renderConsole(failed('VOICE-NOW-USERTERM', { kind: 'network' }), { allowedScenarios });
    await expect.element(button('Try again')).toBeVisible();
    await expect.element(button('Choose a time for the call')).not.toBeInTheDocument();
  });
});

describe('a call that is being ordered', () => {
  test('waits for the network before anything has left, and says so', async () => {
    const scene = openCall('VOICE-NOW-USERTERM', withNumber);
    scene.dispatch({ type: 'wentOffline' }, { type: 'formSubmitted', customer: {} });
    await renderConsole(scene);
    await expect
      .element(page.getByRole('heading', { name: /goes out when you are online again/ }))
      .toBeVisible();
    scene.dispatch({ type: 'wentOnline' });
    await expect.element(page.getByRole('heading', { name: 'Your request is on its way' })).toBeVisible();
  });

  test('does not tell to write where one cannot', async () => {
    const scene = openCall('VOICE-NOW-USERTERM', withNumber);
    scene.dispatch({ type: 'formSubmitted', customer: {} }, { type: 'timerFired', timer: 'slowStart' });
    await renderConsole(scene);
    await expect.element(page.getByText('This is taking longer than usual.')).toBeVisible();
    expect(document.body.textContent).not.toContain('You can write');
  });

  test('may have arrived although the connection broke', async () => {
    await renderConsole(failed('VOICE-NOW-USERTERM', { kind: 'network' }));
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(/cannot tell whether the request arrived/);
  });
});

describe('a chat that could not start', () => {
  test('because the office is closed leads to a call later, not to one now', async () => {
    const scene = failed('CHAT-NOW', closed);
    await renderConsole(scene, { allowedScenarios });
    await expect.element(page.getByText('We are closed right now.').first()).toBeVisible();
    await userEvent.click(button('Ask for a call instead'));
    expect(scene.session.getState()).toMatchObject({ order: { scenario: 'VOICE-SCHEDULED-USERTERM' } });
  });

  test('because nobody is there says so: services answer 503 then', async () => {
    await renderConsole(failed('REQUEST-CHAT', { kind: 'server', status: 503 }));
    await expect.element(page.getByText(/^Many people are asking for help/).first()).toBeVisible();
  });
});

test('a call that became a chat ends like one, with all that was said', async () => {
  const scene = ordered('VOICE-NOW-USERTERM');
  scene.dispatch(
    { type: 'startAnswered', reply: { type: 'startChat', serviceId: 'S1', invitation } },
    { type: 'chatOpened', batch: batch([said(1, maria, 'Hello from Maria')]) },
    { type: 'received', batch: batch([], true) },
  );
  await renderConsole(scene);
  await expect.element(page.getByRole('status')).toHaveTextContent('Chat ended');
  await expect.element(page.getByText('Hello from Maria').first()).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Save transcript' })).toBeVisible();
});

test('a chat that became a call ends like one', async () => {
  const scene = ordered('CHAT-NOW', { reply: dial });
  scene.dispatch({ type: 'dialogClosed' });
  await renderConsole(scene, { allowedScenarios });
  await expect.element(page.getByRole('heading', { name: 'The call is done' })).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('Not connected');
  await expect.element(button('Ask for another call')).not.toBeInTheDocument();
  await userEvent.click(button('Start a new chat'));
  expect(scene.session.getState()).toMatchObject({ phase: 'starting', order: { scenario: 'CHAT-NOW' } });
});

test('a call that is over is no chat that has ended', async () => {
  const scene = ordered('VOICE-NOW-USERTERM');
  scene.dispatch({ type: 'callbackEnded', reason: 'AGENT_CONNECTED' });
  await renderConsole(scene);
  await expect.element(page.getByRole('heading', { name: 'The call is done' })).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('Not connected');
});
