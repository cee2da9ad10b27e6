import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { StartReply } from '../../src/session/startReply.ts';
import { openCall, renderConsole } from './renderConsole.tsx';
import type { Scene } from './renderConsole.tsx';
import { withNumber } from './stubCallbacks.ts';

const button = (name: string | RegExp) => page.getByRole('button', { name });

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
  expiresInSeconds: 2,
} as const;

describe('a number to call', () => {
  test('is a link, with its code sign by sign, until it is no longer valid', async () => {
    const scene = answer(dial);
    await renderConsole(scene);
    await expect
      .element(page.getByRole('link', { name: /^Call/ }))
      .toHaveAttribute('href', 'tel:+4780012345');
    await expect.element(page.getByRole('group', { name: 'Access code' })).toHaveTextContent('4 1 8 2');
    await expect.element(page.getByText(/^Valid for 0:0/)).toBeVisible();
    await expect.element(page.getByText(/^This is no longer valid/), { timeout: 5_000 }).toBeVisible();
    await userEvent.click(button('I have called'));
    expect(scene.session.getState().phase).toBe('ended');
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
