import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SHELL_SETTINGS } from '../../src/ui/ConsoleModel.ts';
import { batch, happened, maria, me, order, said } from '../session/samples.ts';
import { field, openChat, openScene, renderConsole } from './renderConsole.tsx';

const opener = () => page.getByRole('button', { name: 'More options' });
const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
const names = () =>
  [...document.querySelectorAll('[role=menuitem]')].map((element) => element.firstChild?.textContent);
const dialog = () => page.getByRole('alertdialog', { name: 'End this chat?' });
const chatting = () => openChat(happened('joined', 1, maria), said(2, maria, 'Hello'));

describe('the menu', () => {
  test('offers what is possible now', async () => {
    const scene = openScene();
    await renderConsole(scene);
    await userEvent.click(opener());
    // the menu travels on demand
    await expect.poll(names).toEqual(['Sound']);
    await userEvent.keyboard('{Escape}');

    const { unmount } = await renderConsole(chatting());
    await userEvent.click(opener().last());
    expect(names()).toEqual(['Save transcript', 'Save as web page', 'Print', 'Sound', 'End chat']);
    await unmount();
  });

  test('offers to save and print before anything was said', async () => {
    await renderConsole(openChat());
    await userEvent.click(opener());
    expect(names()).toEqual(['Save transcript', 'Save as web page', 'Print', 'Sound', 'End chat']);
  });

  test('offers the end while the chat starts and while an agent is waited for', async () => {
    const scene = openScene();
    scene.dispatch({ type: 'launched', order });
    await renderConsole(scene);
    await userEvent.click(opener());
    expect(names()).toEqual(['Sound', 'End chat']);
    scene.dispatch({ type: 'startAnswered', reply: { type: 'wait', serviceId: 'S1' } });
    expect(scene.session.getState().phase).toBe('waiting');
    expect(names()).toEqual(['Sound', 'End chat']);
    await userEvent.click(item('End chat'));
    await userEvent.click(page.getByRole('button', { name: 'End chat' }));
    expect(scene.session.getState()).toMatchObject({ phase: 'ended', reason: 'visitor' });
  });

  test('offers nothing that was switched off', async () => {
    await renderConsole(chatting(), {
      features: {
        files: true,
        emoji: true,
        transcript: false,
        sound: false,
        notifications: false,
        newChat: true,
        callInstead: true,
      },
    });
    await userEvent.click(opener());
    expect(names()).toEqual(['End chat']);
  });

  test('is used with the keyboard: arrows go round, Home and End jump, letters do nothing', async () => {
    await renderConsole(chatting());
    (opener().element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(item('Save transcript')).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(item('End chat')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(item('Save as web page')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(item('End chat')).toHaveFocus();
    await userEvent.keyboard('s{Home}');
    await expect.element(item('Save transcript')).toHaveFocus();
  });

  test('closes with Escape, and gives the focus back', async () => {
    await renderConsole(chatting());
    await userEvent.click(opener());
    await expect.element(opener()).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Escape}');
    await expect.element(item('Print')).not.toBeInTheDocument();
    await expect.element(opener()).toHaveFocus();
    await expect.element(opener()).toHaveAttribute('aria-expanded', 'false');
  });

  test('closes with Tab and with a click elsewhere, and takes no focus from there', async () => {
    await renderConsole(chatting());
    await userEvent.click(opener());
    await userEvent.tab();
    await expect.element(item('Print')).not.toBeInTheDocument();
    await userEvent.click(opener());
    await userEvent.click(field());
    await expect.element(item('Print')).not.toBeInTheDocument();
    await expect.element(field()).toHaveFocus();
  });

  test('says whether the sound is on', async () => {
    await renderConsole(chatting());
    await userEvent.click(opener());
    await expect.element(item('Sound')).toHaveAccessibleDescription('Off');
    await userEvent.click(item('Sound'));
    await userEvent.click(opener());
    await expect.element(item('Sound')).toHaveAccessibleDescription('On');
  });
});

describe('the sound', () => {
  test('is played as a sample when it is switched on, then for new messages while the visitor is elsewhere', async () => {
    const played = vi.spyOn(OscillatorNode.prototype, 'start');
    const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const scene = chatting();
    await renderConsole(scene);
    scene.receive(said(3, maria, 'Silent'));
    expect(played).not.toHaveBeenCalled();
    await userEvent.click(opener());
    await userEvent.click(item('Sound'));
    expect(played).toHaveBeenCalledTimes(1);
    scene.receive(said(4, maria, 'Heard'));
    expect(played).toHaveBeenCalledTimes(2);
    scene.receive(said(5, me, 'Mine'), happened('typingStarted', 6, maria));
    focus.mockReturnValue(true);
    scene.receive(said(7, maria, 'Seen'));
    expect(played).toHaveBeenCalledTimes(2);
  });
});

test('the system tells that something came, and not what, once the visitor agreed', async () => {
  const told: string[] = [];
  let answer: NotificationPermission = 'denied';
  const asked = vi.fn<() => Promise<NotificationPermission>>(() => Promise.resolve(answer));
  class FakeNotification extends EventTarget {
    static requestPermission = asked;
    constructor(title: string, options?: NotificationOptions) {
      super();
      told.push(`${title} ${options?.body ?? ''}`.trim());
    }
  }
  vi.stubGlobal('Notification', FakeNotification);
  const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  const scene = openChat(happened('joined', 1, maria));
  await renderConsole(scene, { features: { ...SHELL_SETTINGS.features, notifications: true } });
  const turn = async () => {
    await userEvent.click(opener());
    await userEvent.click(item('Notifications'));
  };
  expect(asked).not.toHaveBeenCalled();

  await turn();
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  scene.receive(said(2, maria, 'Secret one'));
  answer = 'granted';
  await turn();
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  await userEvent.click(opener());
  await expect.element(item('Notifications')).toHaveAccessibleDescription('On');
  scene.receive(said(3, maria, 'Secret two'), said(4, me, 'Own'));
  expect(told).toEqual(['1 new message']);
  focus.mockReturnValue(true);
  scene.receive(said(5, maria, 'Secret three'));
  focus.mockReturnValue(false);
  await userEvent.click(item('Notifications'));
  scene.receive(said(6, maria, 'Secret four'));
  expect(told).toHaveLength(1);
  vi.unstubAllGlobals();
});

describe('the end', () => {
  const ask = async () => {
    await userEvent.click(opener());
    await userEvent.click(item('End chat'));
  };

  test('is asked for twice, and to keep chatting is the easy answer', async () => {
    const scene = chatting();
    await renderConsole(scene);
    await ask();
    await expect.element(dialog()).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Keep chatting' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(opener()).toHaveFocus();
    expect(scene.session.getState().phase).toBe('chat');
  });

  test('is not meant by Escape', async () => {
    const scene = chatting();
    await renderConsole(scene);
    await ask();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(opener()).toHaveFocus();
    expect(scene.session.getState().phase).toBe('chat');
  });

  test('comes when it is confirmed', async () => {
    const scene = chatting();
    await renderConsole(scene);
    await ask();
    await userEvent.click(page.getByRole('button', { name: 'End chat' }));
    await vi.waitFor(() =>
      expect(scene.session.getState()).toMatchObject({ phase: 'ended', reason: 'visitor' }),
    );
    await expect.element(page.getByRole('heading', { name: 'You ended the chat' })).toBeVisible();
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  test('is no question any more when the agent ends the chat meanwhile, nor in the next chat', async () => {
    const scene = chatting();
    await renderConsole(scene);
    await ask();
    scene.dispatch({ type: 'received', batch: batch([], true) });
    await expect.element(dialog()).not.toBeInTheDocument();
    scene.dispatch({ type: 'restartRequested' }, { type: 'chatOpened', batch: batch() });
    await expect.element(field()).toBeVisible();
    await expect.element(dialog()).not.toBeInTheDocument();
  });
});
