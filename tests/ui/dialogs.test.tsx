import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { StartReply } from '../../src/session/startReply.ts';
import { NOON } from '../session/samples.ts';
import { openCall, renderConsole } from './renderConsole.tsx';
import type { Scene } from './renderConsole.tsx';
import { withNumber } from './stubCallbacks.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Time goes on for what counts down. */
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOON });
});

afterEach(() => {
  vi.useRealTimers();
});

function answer(reply: StartReply): Scene {
  const scene = openCall('VOICE-NOW-USERORIG', withNumber);
  scene.dispatch({ type: 'formSubmitted', customer: {} }, { type: 'startAnswered', reply });
  return scene;
}

const dial = {
  type: 'dial',
  serviceId: 'S1',
  number: '+47 800 12 345',
  label: '',
  accessCode: '4182',
  expiresInSeconds: 30,
} as const;

describe('a number to call', () => {
  test('is a link, with its code sign by sign, until it is no longer valid', async () => {
    const scene = answer(dial);
    await renderConsole(scene);
    await expect
      .element(page.getByRole('link', { name: /^Call/ }))
      .toHaveAttribute('href', 'tel:+4780012345');
    await expect.element(page.getByRole('group', { name: 'Access code' })).toHaveTextContent('4 1 8 2');
    await expect.element(page.getByText('Valid for 0:30')).toBeVisible();
    await expect.element(button('Get a new number')).not.toBeInTheDocument();
    await pass(29_000);
    await expect.element(page.getByText('Valid for 0:01')).toBeVisible();
    await pass(1_000);
    await expect.element(page.getByText(/^This is no longer valid/)).toBeVisible();
    await expect.element(page.getByRole('group', { name: 'Access code' })).toBeVisible();
    await userEvent.click(button('I have called'));
    expect(scene.session.getState().phase).toBe('ended');
  });

  test('stays on the screen however long it and its words are', async () => {
    await page.viewport(320, 640);
    const endless = { number: `+${'1234567890'.repeat(3)}`, label: 'Hotline'.repeat(20) } as const;
    await renderConsole(answer({ ...dial, ...endless, accessCode: '12345678901234567890' }));
    await expect.element(page.getByRole('link', { name: /^Call/ })).toBeVisible();
    const panel = document.querySelector('.panel');
    expect(panel?.scrollWidth).toBe(panel?.clientWidth);
  });

  test('that has run out is asked for anew by a click, once, after the old one was given back', async () => {
    const scene = answer(dial);
    await renderConsole(scene);
    await pass(30_000);
    const made = () =>
      scene.effects
        .filter(({ type }) => type === 'startService' || type === 'releaseService')
        .map(({ type }) => type);
    expect(made()).toEqual(['startService']);
    await userEvent.click(button('Get a new number'));
    await expect.element(page.getByText('One moment')).toBeVisible();
    await userEvent.click(button('Get a new number'), { force: true });
    expect(made()).toEqual(['startService', 'releaseService']);
    scene.dispatch({ type: 'orderReleased' });
    expect(made()).toEqual(['startService', 'releaseService', 'startService']);
    scene.pass(30_000);
    scene.dispatch({ type: 'startAnswered', reply: { ...dial, number: '+4780099999' } });
    await expect.element(page.getByText('Valid for 0:30')).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Call +47 800 99 999' })).toBeVisible();
  });

  test('is copied with its code, and says when that is not allowed', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await renderConsole(answer({ ...dial, expiresInSeconds: null }));
    await userEvent.click(button('Copy number and code'));
    await expect.element(page.getByText('Copied')).toBeVisible();
    expect(write).toHaveBeenCalledWith('+47 800 12 345 4182');
    write.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await userEvent.click(button('Copy number and code'));
    await expect.element(page.getByText(/could not be copied/)).toBeVisible();
  });

  test('is drawn for the camera of a telephone where there is a mouse', async () => {
    await renderConsole(answer({ ...dial, accessCode: null, expiresInSeconds: null }));
    await expect.element(button('Copy number')).toBeVisible();
    await vi.waitFor(() => expect(document.querySelector('.qr-code path')).not.toBeNull());
    const shape = document.querySelector('.qr-code path')?.getAttribute('d') ?? '';
    expect(shape).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  });
});

describe('a menu', () => {
  const menu = {
    type: 'menu',
    serviceId: 'S1',
    label: 'An agent is ready',
    groups: [
      { name: 'What next?', choices: [{ label: 'Connect me', path: '/a' }] },
      {
        name: '',
        choices: [
          { label: 'In five minutes', path: '/b' },
          { label: 'Elsewhere', path: null },
        ],
      },
    ],
  } as const;

  test('shows all groups, takes one choice at a time, and can be tried again', async () => {
    const scene = answer(menu);
    await renderConsole(scene);
    await expect.element(page.getByRole('region', { name: 'What next?' })).toBeVisible();
    await expect.element(button(/^Elsewhere/)).toHaveTextContent('not possible');
    await userEvent.click(button('Connect me'));
    await userEvent.click(button('In five minutes'), { force: true });
    const followed = () => scene.effects.filter(({ type }) => type === 'followDialog');
    expect(followed()).toEqual([{ type: 'followDialog', path: '/a' }]);
    await expect.element(page.getByText('One moment')).toBeVisible();
    scene.dispatch({ type: 'startFailed', failure: { kind: 'timeout' } });
    await expect.element(page.getByRole('alert')).toHaveTextContent('You can try again');
    await userEvent.click(button('In five minutes'));
    expect(followed()).toHaveLength(2);
  });

  test('need not be answered where an order waits', async () => {
    const scene = answer(menu);
    await renderConsole(scene);
    await userEvent.click(button('Not now'));
    expect(scene.session.getState()).toMatchObject({ phase: 'waiting', serviceId: 'S1' });
  });

  test('must be answered where there is nothing to wait for', async () => {
    await renderConsole(answer({ ...menu, serviceId: null }));
    await expect.element(button('Connect me')).toBeVisible();
    await expect.element(button('Not now')).not.toBeInTheDocument();
  });
});

describe('something to read', () => {
  test('is confirmed in the words of the service, and the call goes its way', async () => {
    const scene = answer({
      type: 'confirm',
      serviceId: 'S1',
      text: 'We are calling you now',
      okTitle: 'Fine',
    });
    await renderConsole(scene);
    await expect.element(page.getByText('We are calling you now')).toBeVisible();
    await userEvent.click(button('Fine'));
    expect(scene.session.getState().phase).toBe('waiting');
  });

  test('is shown without a judgement when nobody knows what it is', async () => {
    await renderConsole(answer({ type: 'other', serviceId: null, text: '' }));
    await expect.element(page.getByRole('heading', { name: 'Your request is with us' })).toBeVisible();
    await expect.element(button('Close')).toBeVisible();
  });
});
