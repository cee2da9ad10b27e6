import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SCENARIOS } from '../../src/session/scenarios.ts';
import type { Scenario } from '../../src/session/scenarios.ts';
import { field, openCall, openChat, openScene, renderConsole } from './renderConsole.tsx';
import { withNumber } from './stubCallbacks.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });
const box = (name: string) => page.getByRole('textbox', { name, exact: true });
const allowedScenarios = Object.keys(SCENARIOS) as Scenario[];
const customerOf = (scene: ReturnType<typeof openScene>) => scene.session.getState().order?.customer;

describe('before a chat', () => {
  const askFor = { CHAT: ['firstName', 'lastName', 'email'], VOICE: [] } as const;

  test('only what is missing is asked, and a mistake is said beside its field', async () => {
    const scene = openCall('CHAT-NOW', { askFor, customer: { nickname: 'Ana', lastName: 'Sørensen' } });
    await renderConsole(scene);
    await expect.element(box('First name')).toHaveAttribute('autocomplete', 'given-name');
    await expect.element(box('Last name')).not.toBeInTheDocument();
    await expect.element(box('Phone number')).not.toBeInTheDocument();
    await userEvent.fill(box('First name'), 'Ana');
    await userEvent.fill(box('Email'), 'ana@');
    await userEvent.click(button('Start chat'));
    await expect.element(box('Email')).toHaveFocus();
    await expect.element(box('Email')).toHaveAttribute('aria-invalid', 'true');
    await expect.element(box('Email')).toHaveAccessibleDescription(/whole address, like ana@example.com/);
    expect(scene.session.getState().phase).toBe('form');

    await userEvent.fill(box('Email'), 'ana@example.com');
    await expect.element(box('Email')).not.toHaveAttribute('aria-invalid');
    await userEvent.keyboard('{Enter}');
    expect(scene.session.getState().phase).toBe('starting');
    expect(customerOf(scene)).toEqual({
      nickname: 'Ana',
      firstName: 'Ana',
      lastName: 'Sørensen',
      email: 'ana@example.com',
    });
  });

  test('a field with a mistake comes into sight with its name', async () => {
    await page.viewport(320, 420);
    const all = ['firstName', 'lastName', 'nickname', 'email', 'subject'] as const;
    await renderConsole(
      openCall('CHAT-NOW', { askFor: { CHAT: all, VOICE: [] }, customer: { nickname: '' } }),
    );
    await userEvent.click(box('Last name'));
    const panel = document.querySelector('.panel');
    const top = (element?: Element | null) => element?.getBoundingClientRect().top ?? Number.NaN;
    const name = page.getByText('First name', { exact: true }).element();
    // half of the field is in sight, its name is not
    panel?.scrollBy(0, top(box('First name').element()) - top(panel) + 20);
    expect(top(name)).toBeLessThan(top(panel));
    await userEvent.keyboard('{Enter}');
    await expect.element(box('First name')).toHaveFocus();
    expect(top(name)).toBeGreaterThanOrEqual(top(panel));
  });

  test('what was written before is kept and shown, and stands in the field afterwards', async () => {
    const scene = openCall('CHAT-NOW', { askFor: { CHAT: ['firstName'], VOICE: [] } });
    scene.dispatch({ type: 'draftChanged', text: 'half a sentence' });
    await renderConsole(scene);
    await expect.element(page.getByText('half a sentence')).toBeVisible();
    await userEvent.fill(box('First name'), 'Ana');
    await userEvent.click(button('Start chat'));
    await expect.element(field()).toHaveValue('half a sentence');
  });

  test.each([
    ['is asked about before its window is closed', false],
    ['does not hold up the page that its frame is in', true],
  ])('what was typed and not handed in %s', async (_, isEmbedded) => {
    const leaves = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await renderConsole(openCall('CHAT-NOW', { askFor }), { isEmbedded });
    await expect.element(box('First name')).toBeVisible();
    expect(leaves()).toBe(true);
    await userEvent.fill(box('First name'), 'Ana');
    expect(leaves()).toBe(isEmbedded);
    await userEvent.fill(box('Last name'), 'Sol');
    await userEvent.fill(box('Email'), 'ana@example.com');
    await userEvent.click(button('Start chat'));
    expect(leaves()).toBe(true);
  });

  test('a refused start comes back with everything that was typed, at the field it is about', async () => {
    const scene = openCall('CHAT-NOW', { askFor });
    scene.dispatch(
      { type: 'formSubmitted', customer: { firstName: 'A1', lastName: 'S', email: 'a@b.no' } },
      { type: 'startFailed', failure: { kind: 'refused', code: 102 } },
    );
    await renderConsole(scene);
    await expect.element(box('First name')).toHaveValue('A1');
    await expect.element(box('First name')).toHaveFocus();
    await expect.element(box('First name')).toHaveAccessibleDescription(/did not accept this first name/);
  });

  test('a service that wants a number gets one, and nothing else is asked again', async () => {
    const scene = openCall('CHAT-NOW');
    scene.dispatch({ type: 'startFailed', failure: { kind: 'refused', status: 400 } });
    await renderConsole(scene);
    await expect.element(page.getByRole('alert')).toHaveTextContent('We also need a phone number');
    await userEvent.fill(box('Phone number'), '+47 412 34 567');
    await userEvent.click(button('Start chat'));
    expect(customerOf(scene)?.contactNumber).toBe('+4741234567');
  });
});

describe('the wait in the queue of the site', () => {
  test.each([
    [290, 'The wait is about 5 minutes right now.'],
    [60, 'The wait is about 1 minute right now.'],
    [20, 'The wait is under a minute right now.'],
  ])('of %i s is told before a call', async (seconds, words) => {
    const scene = openCall('VOICE-NOW-USERTERM');
    scene.callbacks.answers.wait = seconds;
    await renderConsole(scene, { hasWaitingTime: true });
    await expect.element(page.getByText(words)).toBeVisible();
  });

  test.each([null, { kind: 'server', status: 500 } as const])(
    'that is not known (%o) is not told',
    async (wait) => {
      const scene = openCall('VOICE-NOW-USERTERM');
      scene.callbacks.answers.wait = wait;
      await renderConsole(scene, { hasWaitingTime: true });
      await vi.waitFor(() => expect(scene.callbacks.asked).toContain('waitingTime'));
      await expect.element(button('Call me now')).toBeVisible();
      expect(document.body.textContent).not.toContain('The wait is');
    },
  );

  test('that is old is not told any more', async () => {
    const scene = openCall('VOICE-NOW-USERTERM');
    scene.callbacks.answers.wait = 290;
    await renderConsole(scene, { hasWaitingTime: true });
    await expect.element(page.getByText(/^The wait is/)).toBeVisible();
    const now = Date.now();
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now + 66_000);
    onTestFinished(() => clock.mockRestore());
    await expect.element(page.getByText(/^The wait is/)).not.toBeInTheDocument();
  });

  test.each<[Scenario, boolean]>([
    ['VOICE-SCHEDULED-USERTERM', true],
    ['VOICE-NOW-USERTERM', false],
  ])('is not asked for before %s when there is a queue: %o', async (scenario, hasWaitingTime) => {
    const scene = openCall(scenario);
    await renderConsole(scene, { hasWaitingTime });
    await expect.element(button(/^Call me/)).toBeVisible();
    expect(scene.callbacks.asked).not.toContain('waitingTime');
  });
});

describe('before a call', () => {
  test.each<[Scenario, RegExp]>([
    ['VOICE-NOW-USERORIG', /^You get a number to call\. .* will call from/],
    ['REQUEST-INTERACTION', /^You get a number to call\. .* will call from/],
    ['VOICE-WAIT-USERORIG', /as soon as someone is free\. .* will call from/],
  ])('%s says why it asks for a number of somebody who calls', async (scenario, words) => {
    await renderConsole(openCall(scenario));
    await expect.element(page.getByRole('heading', { name: 'Call us' })).toBeVisible();
    await expect.element(page.getByText(words)).toBeVisible();
    await userEvent.click(button('Get the number to call'));
    await expect.element(box('Phone number')).toHaveAccessibleDescription(/^Write your phone number\./);
  });

  test('what was written for a chat is kept, and nobody says that it goes out', async () => {
    const scene = openCall('VOICE-NOW-USERTERM');
    scene.dispatch({ type: 'draftChanged', text: 'half a sentence' });
    await renderConsole(scene);
    await expect.element(page.getByText('half a sentence')).toBeVisible();
    await expect.element(page.getByText('What you wrote is kept.', { exact: true })).toBeVisible();
  });

  test('nothing is ordered before the button is pressed, and the number goes out as E.164', async () => {
    const scene = openCall('VOICE-NOW-USERTERM');
    await renderConsole(scene);
    await expect.element(box('Phone number')).toHaveAttribute('autocomplete', 'tel');
    expect(scene.effects.filter(({ type }) => type === 'startService')).toEqual([]);
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Country' }), 'NO');
    await userEvent.fill(box('Phone number'), '412');
    await userEvent.click(button(/^Call me/));
    await expect.element(box('Phone number')).toHaveAccessibleDescription(/too short for Norway/);
    await userEvent.fill(box('Phone number'), '412 34 567');
    await userEvent.click(button('Call me now'));
    expect(customerOf(scene)?.contactNumber).toBe('+4741234567');
    expect(scene.session.getState().phase).toBe('starting');
  });

  test('what it is about is asked where it must be known', async () => {
    const askFor = { CHAT: [], VOICE: ['contactNumber', 'subject'] } as const;
    const scene = openCall('VOICE-NOW-USERTERM', { ...withNumber, askFor });
    await renderConsole(scene);
    await userEvent.click(button('Call me now'));
    await expect.element(box('What is it about?')).toHaveAccessibleDescription(/in a few words/);
    await userEvent.fill(box('What is it about?'), 'Roaming in Norway');
    await userEvent.click(button('Call me now'));
    expect(customerOf(scene)).toMatchObject({ subject: 'Roaming in Norway', contactNumber: '+4741234567' });
  });

  test('a number with its country code moves the country, and a known one is shown for reading', async () => {
    await renderConsole(openCall('VOICE-NOW-USERTERM', withNumber));
    await expect.element(box('Phone number')).toHaveValue('+47 41 23 45 67');
    await expect.element(page.getByRole('combobox', { name: 'Country' })).toHaveValue('NO');
    await userEvent.fill(box('Phone number'), '+493012345678');
    await expect.element(page.getByRole('combobox', { name: 'Country' })).toHaveValue('DE');
  });

  test('the code of the country stands before a number that does not name it itself', async () => {
    await renderConsole(openCall('VOICE-NOW-USERTERM'));
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Country' }), 'NO');
    await expect.element(page.getByText('+47', { exact: true })).toBeVisible();
    await userEvent.fill(box('Phone number'), '412 34 567');
    await expect.element(page.getByText('+47', { exact: true })).toBeVisible();
    await userEvent.fill(box('Phone number'), '+4930');
    await expect.element(page.getByText(/^\+\d+$/)).not.toBeInTheDocument();
  });

  test('a number the service cannot call is asked for again, with the old one in the field', async () => {
    const scene = openCall('VOICE-NOW-USERTERM', withNumber);
    scene.dispatch(
      { type: 'formSubmitted', customer: {} },
      { type: 'startFailed', failure: { kind: 'refused', exception: 'CallbackExceptionNumber' } },
    );
    await renderConsole(scene);
    await expect.element(box('Phone number')).toHaveFocus();
    await expect.element(box('Phone number')).toHaveValue('+47 41 23 45 67');
    await expect.element(box('Phone number')).toHaveAccessibleDescription(/does not accept this number/);
  });

  test.each<[Scenario, string]>([
    ['VOICE-NOW-USERORIG', 'Get the number to call'],
    ['VOICE-WAIT-USERORIG', 'Get the number to call'],
    ['REQUEST-INTERACTION', 'Get the number to call'],
    ['VOICE-WAIT-USERTERM', 'Call me when someone is free'],
    ['VOICE-SCHEDULED-USERTERM', 'Call me at the time I choose'],
  ])('the button of %s says "%s"', async (scenario, name) => {
    await renderConsole(openCall(scenario));
    await expect.element(button(name)).toBeVisible();
  });

  test('one can chat instead, where that is allowed', async () => {
    const scene = openCall('VOICE-NOW-USERTERM');
    await renderConsole(scene, { allowedScenarios });
    await userEvent.click(button('Chat instead'));
    expect(scene.session.getState()).toMatchObject({ phase: 'starting', order: { scenario: 'CHAT-NOW' } });
  });
});

describe('a call instead', () => {
  test('is offered while nobody has joined, keeps what was written, and prefers to call', async () => {
    const scene = openChat();
    await renderConsole(scene, { allowedScenarios });
    await userEvent.fill(field(), 'half a');
    await userEvent.click(button('Ask for a call instead'));
    expect(scene.session.getState()).toMatchObject({
      phase: 'form',
      order: { scenario: 'VOICE-NOW-USERTERM' },
    });
    await expect.element(page.getByText('half a')).toBeVisible();
  });

  test('is offered when a chat could not start', async () => {
    const scene = openScene();
    scene.dispatch(...openedAndFailed());
    await renderConsole(scene, { allowedScenarios: ['CHAT-NOW', 'VOICE-SCHEDULED-USERTERM'] });
    await userEvent.click(button('Ask for a call instead'));
    await vi.waitFor(() =>
      expect(scene.session.getState()).toMatchObject({ order: { scenario: 'VOICE-SCHEDULED-USERTERM' } }),
    );
  });

  test('is not offered where calls are not allowed, or where it is switched off', async () => {
    const scene = openScene();
    scene.dispatch(...openedAndFailed());
    const { unmount } = await renderConsole(scene, { allowedScenarios: ['CHAT-NOW'] });
    await expect.element(button('Try again')).toBeVisible();
    await expect.element(button('Ask for a call instead')).not.toBeInTheDocument();
    await unmount();
    const features = {
      files: true,
      emoji: true,
      transcript: true,
      sound: true,
      notifications: false,
      newChat: true,
      callInstead: false,
    };
    await renderConsole(scene, { allowedScenarios, features });
    await expect.element(button('Ask for a call instead')).not.toBeInTheDocument();
  });
});

function openedAndFailed() {
  const order = openCall('CHAT-NOW').session.getState().order;
  if (order === null) throw new Error('No order');
  return [
    { type: 'launched', order },
    { type: 'startFailed', failure: { kind: 'timeout' } },
  ] as const;
}
