import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { batch, happened, maria, me, order, said } from '../session/samples.ts';
import { field, openChat, openScene, renderConsole, rows, send } from './renderConsole.tsx';

const textarea = () => document.querySelector('textarea') as HTMLTextAreaElement;
const texts = (scene: ReturnType<typeof openScene>) =>
  scene.session.getState().outbox.map((item) => item.text);

test('Enter sends, and the words stand in the transcript at once', async () => {
  const scene = openChat(happened('joined', 1, maria));
  await renderConsole(scene);
  await userEvent.fill(field(), 'Hello Maria');
  await userEvent.keyboard('{Enter}');

  expect(texts(scene)).toEqual(['Hello Maria']);
  await expect.element(field()).toHaveValue('');
  expect(rows().at(-1)?.dataset).toMatchObject({ entry: 'message', from: 'me', state: 'sending' });
});

test('Shift and Enter break the line', async () => {
  const scene = openChat();
  await renderConsole(scene);
  await userEvent.click(field());
  await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two');

  await expect.element(field()).toHaveValue('one\ntwo');
  expect(texts(scene)).toEqual([]);
});

test('Enter that belongs to an input method sends nothing (F62)', async () => {
  const scene = openChat();
  await renderConsole(scene);
  await userEvent.fill(field(), 'にほん');
  const composing = { key: 'Enter', bubbles: true, cancelable: true };
  textarea().dispatchEvent(new KeyboardEvent('keydown', { ...composing, isComposing: true }));
  textarea().dispatchEvent(new KeyboardEvent('keydown', { ...composing, keyCode: 229 }));

  expect(texts(scene)).toEqual([]);
  await expect.element(field()).toHaveValue('にほん');
});

test('there is nothing to send in an empty field, and the button says so', async () => {
  const scene = openChat();
  await renderConsole(scene);
  await expect.element(send()).toHaveAttribute('aria-disabled', 'true');
  await expect.element(send()).toHaveAccessibleDescription('There is nothing to send yet.');
  // a person can press it all the same
  textarea().form?.querySelector<HTMLButtonElement>('[type=submit]')?.click();

  expect(texts(scene)).toEqual([]);
});

test('a text over the limit is kept, not cut, and cannot be sent until it is shorter (F48)', async () => {
  const scene = openChat();
  await renderConsole(scene, { maxMessageLength: 20 });
  const long = '😀'.repeat(19);
  await userEvent.fill(field(), `${long}ab`);
  await userEvent.keyboard('{Enter}');

  expect(texts(scene)).toEqual([]);
  await expect.element(field()).toHaveValue(`${long}ab`);
  await expect.element(field()).toHaveAccessibleDescription(/^1 character too many\. Nothing was cut/);
  await expect.element(send()).toHaveAttribute('aria-disabled', 'true');
  await expect.element(send()).toHaveAccessibleDescription(/^1 character too many/);

  await userEvent.keyboard('{Backspace}');
  await expect.element(field()).toHaveAccessibleDescription('0 characters left');
  await userEvent.click(send());
  expect(texts(scene)).toEqual([`${long}a`]);
});

test('the field stays the same element from the first second to the end of the chat', async () => {
  const scene = openScene();
  await renderConsole(scene);
  const first = textarea();
  await userEvent.fill(field(), 'My question');
  const isStillThere = async (phase: string) => {
    await vi.waitFor(() => expect(document.querySelector('main')?.dataset['phase']).toBe(phase));
    expect(textarea()).toBe(first);
    expect(first.value).toBe('My question');
    expect(document.activeElement).toBe(first);
  };

  scene.dispatch({ type: 'launched', order });
  await isStillThere('starting');
  scene.dispatch({ type: 'startAnswered', reply: { type: 'wait', serviceId: 'S1' } });
  await isStillThere('waiting');
  scene.dispatch({
    type: 'startAnswered',
    reply: { type: 'startChat', serviceId: 'S1', invitation: { path: '/x', subject: null } },
  });
  scene.dispatch({ type: 'chatOpened', batch: batch([happened('joined', 1, maria)]) });
  await isStillThere('chat');
});

test('the focus goes to the composer when the chat opens and nothing else has it', async () => {
  const scene = openScene();
  await renderConsole(scene);
  scene.dispatch({ type: 'launched', order }, { type: 'chatOpened', batch: batch() });
  await expect.element(field()).toHaveFocus();
});

test('the focus is left where the visitor put it, and where the host page has it', async () => {
  const scene = openScene();
  const { unmount } = await renderConsole(scene);
  const menu = page.getByRole('button', { name: 'More options' });
  (menu.element() as HTMLElement).focus();
  scene.dispatch({ type: 'launched', order }, { type: 'chatOpened', batch: batch() });
  await vi.waitFor(() => expect(document.querySelector('main')?.dataset['phase']).toBe('chat'));
  await expect.element(menu).toHaveFocus();
  await unmount();

  const embedded = openChat();
  await renderConsole(embedded, { isEmbedded: true });
  await expect.element(field()).not.toHaveFocus();
});

test('what arrives takes the focus from nobody', async () => {
  const scene = openChat(happened('joined', 1, maria));
  await renderConsole(scene);
  const menu = page.getByRole('button', { name: 'More options' });
  (menu.element() as HTMLElement).focus();
  scene.receive(said(2, maria, 'Hello'));
  await expect.element(page.getByText('Hello', { exact: true })).toBeVisible();
  expect(document.activeElement).toBe(menu.element());
});

test('a message that is edited goes back into the field, with the caret behind it and the focus on it', async () => {
  const scene = openChat(happened('joined', 1, maria));
  scene.dispatch({ type: 'sendRequested', key: 'k', text: 'Helo' });
  scene.dispatch({ type: 'sendFailed', key: 'k', failure: { kind: 'refused', status: 400 } });
  await renderConsole(scene);
  await userEvent.click(page.getByRole('button', { name: 'Edit' }));

  await expect.element(field()).toHaveValue('Helo');
  await expect.element(field()).toHaveFocus();
  expect(textarea().selectionStart).toBe(4);
});

test('a Try again that goes away by itself hands the focus to the composer', async () => {
  const scene = openChat(happened('joined', 1, maria));
  scene.dispatch({ type: 'sendRequested', key: 'k', text: 'Hello' });
  scene.dispatch({ type: 'sendFailed', key: 'k', failure: { kind: 'refused', status: 400 } });
  await renderConsole(scene);
  const button = page.getByRole('button', { name: 'Try again' });
  (button.element() as HTMLElement).focus();
  // the server had it after all
  scene.receive(said(2, me, 'Hello'));

  await expect.element(field()).toHaveFocus();
  expect(rows().at(-1)?.dataset).toMatchObject({ state: 'sent', index: '2' });
});

test('a key press renders nothing but the composer', async () => {
  const scene = openChat(happened('joined', 1, maria), said(2, maria, 'Hello'));
  await renderConsole(scene);
  await userEvent.click(field());
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(document.querySelector('.conversation') as Element, {
    subtree: true,
    childList: true,
    attributes: true,
  });
  await userEvent.keyboard('abc');
  observer.disconnect();

  expect(changes).toEqual([]);
});
