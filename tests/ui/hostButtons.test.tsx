import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HostOffer } from '../../src/ui/ConsoleModel.ts';
import { happened, maria } from '../session/samples.ts';
import { returnToChat } from './asyncScene.ts';
import type { Scene } from './renderConsole.tsx';
import { modelOf, openChat, renderConsole } from './renderConsole.tsx';

type Wish = HostOffer['grants'][number];

/** A console whose host grants these things, now and later. */
async function renderGranted(grants: readonly Wish[], scene: Scene, isWindow = false) {
  const wishes: Wish[] = [];
  const listeners = new Set<() => void>();
  const onWish = (wish: Wish) => void wishes.push(wish);
  let offer: HostOffer | null = { grants, isWindow, onWish };
  const hostSlot = {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => offer,
  };
  await renderConsole(scene, {}, { ...modelOf(scene), hostSlot });
  return {
    wishes,
    offerAnew(next: HostOffer | null) {
      offer = next;
      for (const listener of listeners) listener();
    },
  };
}

const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the window in a host page', () => {
  test('has the buttons that its host grants, and no others', async () => {
    const { wishes } = await renderGranted(['minimize', 'move'], openChat(happened('joined', 1, maria)));
    await button('Minimise').click();
    await button('Open in a window').click();
    expect(wishes).toEqual(['minimize', 'move']);
    await expect.element(button('Close')).not.toBeInTheDocument();
  });

  test('names the way back in a window of its own, and follows a host that changes its mind', async () => {
    const { offerAnew, wishes } = await renderGranted(['move'], openChat(), true);
    await expect.element(button('Back to the page')).toBeVisible();
    offerAnew({ grants: ['minimize'], isWindow: true, onWish: (wish) => void wishes.push(wish) });
    await expect.element(button('Minimise')).toBeVisible();
    await expect.element(button('Back to the page')).not.toBeInTheDocument();
    offerAnew(null);
    await expect.element(button('Minimise')).not.toBeInTheDocument();
  });

  test('is closed without a question when the chat outlives it, and the chat does not end', async () => {
    const scene = returnToChat();
    const { wishes } = await renderGranted(['close'], scene);
    await button('Close').click();
    expect(wishes).toEqual(['close']);
    expect(scene.session.getState().phase).toBe('chat');
    expect(scene.effects.map(({ type }) => type)).not.toContain('leaveChat');
  });

  test('asks before it closes on a live chat, and not afterwards', async () => {
    const scene = openChat();
    const { wishes } = await renderGranted(['close'], scene);
    await button('Close').click();
    const question = page.getByRole('alertdialog', { name: 'End this chat?' });
    await expect.element(question.getByRole('button', { name: 'Keep chatting' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect([wishes, scene.session.getState().phase]).toEqual([[], 'chat']);

    await button('Close').click();
    await question.getByRole('button', { name: 'End chat' }).click();
    expect([wishes, scene.session.getState().phase]).toEqual([['close'], 'ended']);
    await expect.element(question).not.toBeInTheDocument();
    await button('Close').click();
    expect(wishes).toEqual(['close', 'close']);
  });

  test('moves nothing that is over', async () => {
    const scene = openChat();
    await renderGranted(['move'], scene);
    await expect.element(button('Open in a window')).toBeVisible();
    scene.dispatch({ type: 'endRequested' });
    await expect.element(button('Open in a window')).not.toBeInTheDocument();
  });

  test('says where a chat is that has moved', async () => {
    const scene = openChat();
    await renderConsole(scene);
    scene.dispatch({ type: 'handedOver' }, { type: 'movedAway' });
    await expect
      .element(page.getByRole('heading', { name: 'The chat goes on in another window' }))
      .toBeVisible();
  });
});
