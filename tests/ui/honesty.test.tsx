import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { batch, chat, happened, maria, said } from '../session/samples.ts';
import { field, openChat, renderConsole, rows, send } from './renderConsole.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const lost = { type: 'linkLost', failure: { kind: 'network' }, jitter: 0 } as const;

describe('what the console says of the line', () => {
  test('where messages may be missing, a line between the others says so', async () => {
    const scene = openChat(happened('joined', 1, maria), said(2, maria, 'Before'));
    await renderConsole(scene);
    scene.dispatch(lost);
    for (let turn = 0; turn < 4; turn += 1) scene.receive(said(9, maria, 'After'));
    await expect.element(page.getByText('Messages may be missing here')).toBeVisible();
    expect(rows().map((row) => row.textContent.replace(/ · .*/, ''))).toEqual([
      expect.stringContaining('Maria joined'),
      expect.stringContaining('Before'),
      'Messages may be missing here',
      expect.stringContaining('After'),
    ]);
  });

  test('a second window says where the chat is, and brings it over on request', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene);
    await userEvent.click(field());
    scene.dispatch({ type: 'holdTaken' });
    const heading = page.getByRole('heading', { name: 'This chat is open in another window' });
    await expect.element(heading).toBeVisible();
    await expect.element(heading).toHaveFocus();
    await expect.element(page.getByRole('status')).toHaveTextContent('Not connected');
    await expect.element(field()).not.toBeInTheDocument();
    await expect.element(page.getByText('Skip to the message box')).not.toBeInTheDocument();
    await userEvent.click(page.getByRole('button', { name: 'More options' }));
    await expect.element(page.getByRole('menuitem', { name: 'Sound' })).toBeVisible();
    await expect.element(page.getByRole('menuitem', { name: 'End chat' })).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(button('Use it here'));
    expect(scene.effects.at(-1)).toEqual({ type: 'takeOver' });
    scene.dispatch({ type: 'holdGained' }, { type: 'received', batch: batch() });
    await expect.element(field()).toHaveFocus();
  });

  test('taking it over leads to the field, also while what stands beside that is still to come', async () => {
    // alone in the chat: a call is offered instead, in the place where the question was
    const scene = openChat();
    scene.dispatch({ type: 'holdTaken' });
    await renderConsole(scene, { allowedScenarios: ['CHAT-NOW', 'VOICE-NOW-USERTERM'] });
    // which only comes when the first moments are over, like the title of the window
    await expect.poll(() => document.title, { timeout: 10_000 }).toContain('Not connected');
    await userEvent.click(button('Use it here'));
    scene.dispatch({ type: 'holdGained' }, { type: 'received', batch: batch() });
    await expect.element(button('Ask for a call instead')).toBeVisible();
    await expect.element(field()).toHaveFocus();
  });

  test('a second window that has read nothing does not say that somebody is being found', async () => {
    const scene = openChat();
    await renderConsole(scene);
    const heading = page.getByRole('heading', { name: 'We’re finding someone for you' });
    await expect.element(heading).toBeVisible();
    scene.dispatch({ type: 'holdTaken' });
    await expect.element(button('Use it here')).toBeVisible();
    await expect.element(heading).not.toBeInTheDocument();
  });

  test('messages that come while none get through are said to do so', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene);
    const banner = page.getByText('yours do not get through', { exact: false });
    const loseOne = () => {
      scene.dispatch({ type: 'sendFailed', key: 'a', failure: { kind: 'timeout' } });
      scene.receive();
      scene.pass(10_000);
      scene.receive();
    };
    scene.dispatch({ type: 'sendRequested', key: 'a', text: 'Hello' });
    loseOne();
    await expect.element(page.getByText('Not sent')).toBeVisible();
    await expect.element(banner).not.toBeInTheDocument();
    await userEvent.click(button('Try again'));
    loseOne();
    await expect.element(banner).toBeVisible();
    scene.receive(said(2, { id: '1', role: 'me', name: 'Visitor' }, 'Hello'));
    await expect.element(banner).not.toBeInTheDocument();
  });

  test('a message that the server took and does not show is sent, not confirmed', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene);
    await userEvent.fill(field(), 'Hello');
    await userEvent.click(send());
    const key = scene.session.getState().outbox[0]?.key ?? '';
    scene.dispatch({ type: 'sendAccepted', key, chat });
    for (let turn = 0; turn < 3; turn += 1) scene.receive();
    await expect.element(page.getByText('Sent, not confirmed yet')).toBeVisible();
    scene.receive(said(2, { id: '1', role: 'me', name: 'Visitor' }, 'Hello'));
    await expect.element(page.getByText('Sent, not confirmed yet')).not.toBeInTheDocument();
    expect(rows().at(-1)?.textContent).toMatch(/Sent$/);
  });

  test('a message that the server cannot take now says why it waits', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene);
    const failure = { kind: 'busy', status: 429, retryAfterMs: 7_000 } as const;
    scene.dispatch(
      { type: 'sendRequested', key: 'a', text: 'Hello' },
      { type: 'sendFailed', key: 'a', failure },
    );
    await expect.element(page.getByText('the service is busy', { exact: false })).toBeVisible();
  });

  test('a chat that ended while nobody was there is said to have done so', async () => {
    const scene = openChat(happened('joined', 1, maria), said(2, maria, 'Are you there?'));
    await renderConsole(scene);
    await userEvent.fill(field(), 'half a sentence');
    scene.pass(3_600_000);
    scene.dispatch({ type: 'linkLost', failure: { kind: 'over' }, jitter: 0 });
    await expect
      .element(page.getByRole('heading', { name: 'The chat ended while you were away' }))
      .toBeVisible();
    await expect.element(page.getByText('Are you there?')).toBeVisible();
    await expect.element(page.getByText('half a sentence')).toBeVisible();
  });
});
