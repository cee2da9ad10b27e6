import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SHELL_SETTINGS } from '../../src/ui/ConsoleModel.ts';
import type { UiSettings } from '../../src/ui/ConsoleModel.ts';
import { happened, maria } from '../session/samples.ts';
import type { Scene } from './renderConsole.tsx';
import { field, openChat, renderConsole } from './renderConsole.tsx';

const CARD = '4111 1111 1111 1111';
const emoji = () => page.getByRole('button', { name: 'Insert an emoji' });
const sent = (scene: Scene) => scene.session.getState().outbox.map((item) => item.text);
const policy = (sensitiveNumbers: UiSettings['chat']['sensitiveNumbers']) => ({
  chat: { ...SHELL_SETTINGS.chat, sensitiveNumbers },
});

async function write(text: string): Promise<void> {
  await userEvent.fill(field(), text);
  await userEvent.keyboard('{Enter}');
}

async function expectNoFaults(): Promise<void> {
  const { violations } = await axe.run(document);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

describe('emoji', () => {
  test('go where the caret is, and the focus goes back to the field', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene);
    await userEvent.fill(field(), 'Hello Maria');
    const textarea = field().element() as HTMLTextAreaElement;
    textarea.setSelectionRange(5, 5);
    await userEvent.click(emoji());
    await userEvent.click(page.getByRole('button', { name: '👍' }));
    await expect.element(field()).toHaveValue('Hello👍 Maria');
    await expect.element(field()).toHaveFocus();
    expect(textarea.selectionStart).toBe('Hello👍'.length);
    expect(scene.session.getState().draft.text).toBe('Hello👍 Maria');
  });

  test('are chosen by keyboard: one stop, arrows, the ends of a row, Escape', async () => {
    await renderConsole(openChat());
    await expect.element(emoji()).toBeVisible();
    emoji().element().focus();
    await userEvent.keyboard('{Enter}');
    const focused = () => document.activeElement?.textContent;
    await expect.element(page.getByRole('grid', { name: 'Insert an emoji' })).toBeVisible();
    expect(focused()).toBe('🙂');
    await userEvent.keyboard('{ArrowLeft}{ArrowUp}');
    expect(focused()).toBe('🙂');
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('🤗');
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('😭');
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('😎');
    expect(document.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1);
    await expectNoFaults();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('grid')).not.toBeInTheDocument();
    await expect.element(emoji()).toHaveFocus();
    await expect.element(emoji()).toHaveAttribute('aria-expanded', 'false');
  });

  test('close when somebody points elsewhere', async () => {
    await renderConsole(openChat());
    await userEvent.click(emoji());
    await expect.element(page.getByRole('grid')).toBeVisible();
    await userEvent.click(page.getByRole('heading', { level: 1 }));
    await expect.element(page.getByRole('grid')).not.toBeInTheDocument();
  });

  test('fit a window of 320 px, with text twice as large, too', async () => {
    await page.viewport(320, 568);
    await renderConsole(openChat());
    await userEvent.click(emoji());
    await expect.element(page.getByRole('grid')).toBeVisible();
    for (const size of ['', '200%']) {
      document.documentElement.style.fontSize = size;
      const picker = page.getByRole('dialog', { name: 'Insert an emoji' }).element();
      const { left, right } = picker.getBoundingClientRect();
      expect([left >= 0, right <= 320]).toEqual([true, true]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    }
    document.documentElement.style.fontSize = '';
  });

  test('are not offered where the site does not want them', async () => {
    await renderConsole(openChat(), { features: { ...SHELL_SETTINGS.features, emoji: false } });
    await expect.element(field()).toBeVisible();
    await expect.element(emoji()).not.toBeInTheDocument();
  });
});

describe('a message with the number of a card', () => {
  test('waits for the visitor’s word, and keeping it is the easy answer', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene);
    await write(`My card is ${CARD}`);
    await expect.element(page.getByRole('alertdialog', { name: 'Send this card number?' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Change the message' })).toHaveFocus();
    expect(sent(scene)).toEqual([]);
    await expectNoFaults();
    await userEvent.keyboard('{Escape}');
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveValue(`My card is ${CARD}`);

    await userEvent.keyboard('{Enter}');
    await userEvent.click(page.getByRole('button', { name: 'Send anyway' }));
    expect(sent(scene)).toEqual([`My card is ${CARD}`]);
    await expect.element(field()).toHaveValue('');
  });

  test('goes with the number covered, and the visitor is told', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene, policy('mask'));
    await write(`My card is ${CARD}`);
    await expect.element(page.getByRole('alert').filter({ hasText: 'was covered' })).toBeVisible();
    expect(sent(scene)).toEqual(['My card is •••• •••• •••• 1111']);
    expect(document.querySelector('main')?.textContent).not.toContain('4111 1111');
    await userEvent.fill(field(), 'Next');
    await expect.element(page.getByText('was covered', { exact: false })).not.toBeInTheDocument();
  });

  test('stays where it is until the number is out', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene, policy('block'));
    await write(`IBAN: NO93 8601 1117 947`);
    await expect
      .element(page.getByText('Not sent: there is an account number in it.', { exact: false }))
      .toBeVisible();
    expect(sent(scene)).toEqual([]);
    await expect.element(field()).toHaveValue('IBAN: NO93 8601 1117 947');
    await write('IBAN: later');
    expect(sent(scene)).toEqual(['IBAN: later']);
  });

  test('goes as it is where the site leaves it to the visitor', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene, policy('off'));
    await write(CARD);
    expect(sent(scene)).toEqual([CARD]);
  });
});

test.each(['warn', 'mask', 'block'] as const)('other long numbers go at once with "%s"', async (name) => {
  const scene = openChat(happened('joined', 1, maria));
  await renderConsole(scene, policy(name));
  await write('Order 100-2938475-1029384, call +47 412 34 567');
  await expect.poll(() => sent(scene)).toEqual(['Order 100-2938475-1029384, call +47 412 34 567']);
  await expect.element(field()).toHaveValue('');
});

test('a message that is looked at goes once, however often Enter is pressed', async () => {
  const scene = openChat(happened('joined', 1, maria));
  await renderConsole(scene);
  await userEvent.fill(field(), 'Order 100-2938475-1029384');
  await userEvent.keyboard('{Enter}{Enter}{Enter}');
  await expect.element(field()).toHaveValue('');
  expect(sent(scene)).toEqual(['Order 100-2938475-1029384']);
});

test('who writes where the draft is seen is told so', async () => {
  await renderConsole(openChat(), { chat: { ...SHELL_SETTINGS.chat, typingPreview: true } });
  await expect
    .element(field())
    .toHaveAccessibleDescription('What you write can be seen while you are writing it.');
});
