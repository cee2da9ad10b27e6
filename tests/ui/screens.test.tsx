import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Failure } from '../../src/session/failure.ts';
import { batch, happened, maria, NOON, order, said } from '../session/samples.ts';
import { field, modelOf, openChat, openScene, renderConsole, takeComplaints } from './renderConsole.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const status = () => page.getByRole('status');

describe('while nobody is there', () => {
  test('one is told that somebody is being found, and can write', async () => {
    const scene = openScene();
    await renderConsole(scene);
    await expect.element(status()).toHaveTextContent('Connecting');
    await expect.element(page.getByRole('heading', { name: 'We’re finding someone for you' })).toBeVisible();
    await userEvent.fill(field(), 'My question');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Waiting to send')).toBeVisible();
    scene.dispatch({ type: 'launched', order }, { type: 'timerFired', timer: 'slowStart' });
    await expect.element(page.getByText('This is taking longer than usual', { exact: false })).toBeVisible();
  });

  test('one can ask to be connected at once', async () => {
    const scene = openScene();
    await renderConsole(scene);
    scene.dispatch(
      { type: 'launched', order },
      { type: 'startAnswered', reply: { type: 'wait', serviceId: 'S1' } },
    );
    await expect.element(status()).toHaveTextContent('Finding someone for you');
    await userEvent.click(button('Connect me now'));
    expect(scene.effects.at(-1)).toEqual({ type: 'connectService', serviceId: 'S1' });
    await expect.element(button('Connect me now')).toHaveAttribute('aria-disabled', 'true');
    scene.dispatch({ type: 'startFailed', failure: { kind: 'busy' } });
    await expect.element(page.getByText('That did not work yet', { exact: false })).toBeVisible();
    await userEvent.click(button('Connect me now'));
    const invitation = { path: '/1/service/S1/ixn/chat', subject: null };
    scene.dispatch({ type: 'startAnswered', reply: { type: 'startChat', serviceId: 'S1', invitation } });
    await expect.element(field()).toHaveFocus();
  });
});

describe('a banner', () => {
  test('says that the line is down, and a click tries it now', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene);
    const lost = { type: 'linkLost', failure: { kind: 'network' }, jitter: 0 } as const;
    scene.dispatch(lost, lost);
    await expect.element(status()).toHaveTextContent('Reconnecting');
    await expect.element(page.getByText(/Next attempt in \d+ second|may have ended meanwhile/)).toBeVisible();
    await userEvent.click(button('Try now'));
    expect(scene.effects.at(-1)).toMatchObject({ type: 'listen', now: true });
    scene.receive();
    await expect.element(button('Try now')).not.toBeInTheDocument();
    await expect.element(field()).toHaveFocus();
  });

  test('says that one is offline', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene);
    scene.dispatch({ type: 'wentOffline' });
    await expect.element(status()).toHaveTextContent('You are offline');
    await expect.element(page.getByText('What you write is kept', { exact: false })).toBeVisible();
  });

  test('says that a reload loses the chat where nothing can be stored', async () => {
    await renderConsole(openChat(happened('joined', 1, maria)), { isStored: false });
    await expect.element(page.getByText('Reloading the page will lose it', { exact: false })).toBeVisible();
  });

  test('says that the chat is about to close, and one click is a sign of life (F72)', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene);
    scene.receive({
      type: 'idleWarned',
      index: 2,
      at: NOON,
      from: { id: '9', role: 'system', name: '' },
      text: 'Idle',
      secondsLeft: null,
    });
    await userEvent.click(button('I’m still here'));
    expect(scene.effects).toContainEqual(expect.objectContaining({ type: 'send', text: 'I’m still here' }));
  });
});

describe('the end', () => {
  test('says why, keeps the conversation, and offers what comes next', async () => {
    const scene = openChat(happened('joined', 1, maria), said(2, maria, 'Bye'));
    await renderConsole(scene);
    await userEvent.fill(field(), 'One more thing');
    scene.dispatch({ type: 'received', batch: batch([happened('left', 3, maria)], true) });

    const heading = page.getByRole('heading', { name: 'Maria ended the chat' });
    await expect.element(heading).toHaveFocus();
    await expect.element(status()).toHaveTextContent('Chat ended');
    await expect.element(page.getByText('One more thing')).toBeVisible();
    await expect.element(page.getByText('Bye')).toBeVisible();
    await expect.element(button('Save transcript')).toBeVisible();
    const print = vi.spyOn(window, 'print').mockReturnValue();
    await userEvent.click(button('Print'));
    expect(print).toHaveBeenCalledOnce();

    await userEvent.click(button('Start a new chat'));
    expect(scene.session.getState()).toMatchObject({ phase: 'starting' });
    await expect.element(field()).toHaveValue('One more thing');
    await expect.element(field()).toHaveFocus();
  });

  test('leaves the focus where it is when it was not in the composer', async () => {
    const scene = openChat(happened('joined', 1, maria));
    await renderConsole(scene);
    (page.getByRole('log').element() as HTMLElement).focus();
    scene.dispatch({ type: 'received', batch: batch([], true) });
    await expect.element(page.getByRole('heading', { name: 'The chat is over' })).toBeVisible();
    await expect.element(page.getByRole('log')).toHaveFocus();
  });

  test.each(['lost', 'server', 'visitor'] as const)(
    'that nobody meant leaves a reference to quote: %s',
    async (reason) => {
      const scene = openChat(happened('joined', 1, maria));
      if (reason === 'lost') scene.dispatch({ type: 'linkLost', failure: { kind: 'over' }, jitter: 0 });
      if (reason === 'server') scene.dispatch({ type: 'received', batch: batch([], true) });
      if (reason === 'visitor') scene.dispatch({ type: 'endRequested' });
      expect(scene.session.getState()).toMatchObject({ phase: 'ended', reason });
      await renderConsole(scene, { reference: '7F3K' });
      const words = document.querySelector('.footer')?.textContent ?? '';
      expect(words.includes('Reference: 7F3K')).toBe(reason !== 'visitor');
    },
  );

  test('leaves nothing behind when the visitor wants that, and asks twice before', async () => {
    const scene = openChat(happened('joined', 1, maria), said(2, maria, 'Bye'));
    await renderConsole(scene);
    await userEvent.fill(field(), 'My secret');
    scene.dispatch({ type: 'endRequested' });
    await userEvent.click(button('Delete my data'));
    await expect.element(button('Keep it')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Delete my data')).toHaveFocus();
    await userEvent.click(button('Delete my data'));
    const dialog = page.getByRole('alertdialog', { name: 'Delete your data from this page?' });
    await userEvent.click(dialog.getByRole('button', { name: 'Delete my data' }));

    await expect
      .element(page.getByRole('heading', { name: 'Your data is deleted from this page' }))
      .toHaveFocus();
    expect(document.body.textContent).not.toMatch(/Maria|Bye|My secret/);
    const { order: whose, conversation, outbox, draft } = scene.session.getState();
    expect([whose, conversation.entries, outbox, draft.text]).toEqual([null, [], [], '']);
    await expect.element(button('Save transcript')).not.toBeInTheDocument();
    await userEvent.click(button('Start a new chat'));
    expect(scene.effects.at(-1)).toEqual({ type: 'relaunch' });
  });

  test('of a chat that went on in another window offers nothing here', async () => {
    const scene = openChat(happened('joined', 1, maria), said(2, maria, 'Bye'));
    await renderConsole(scene);
    scene.dispatch({ type: 'handedOver' }, { type: 'movedAway' });
    await expect
      .element(page.getByRole('heading', { name: 'The chat goes on in another window' }))
      .toBeVisible();
    await expect.element(page.getByText('You can close this one.')).toBeVisible();
    for (const name of ['Start a new chat', 'Save transcript', 'Print', 'Delete my data'])
      await expect.element(button(name)).not.toBeInTheDocument();
  });

  test('does not speak of a conversation where there is none', async () => {
    const scene = openChat();
    await renderConsole(scene);
    scene.dispatch({ type: 'linkLost', failure: { kind: 'over' }, jitter: 0 });
    await expect
      .element(page.getByRole('heading', { name: 'The connection to the chat was lost' }))
      .toBeVisible();
    await expect.element(page.getByText('The conversation stays', { exact: false })).not.toBeInTheDocument();
  });

  test('offers no new chat where that is switched off', async () => {
    const scene = openChat();
    scene.dispatch({ type: 'endRequested' });
    await renderConsole(scene, {
      features: {
        files: true,
        emoji: true,
        transcript: true,
        sound: true,
        notifications: false,
        newChat: false,
        callInstead: true,
      },
    });
    await expect.element(button('Save transcript')).toBeVisible();
    await expect.element(button('Start a new chat')).not.toBeInTheDocument();
  });
});

describe('a chat that could not start', () => {
  const fail = (failure: Failure) => {
    const scene = openScene();
    scene.dispatch({ type: 'launched', order }, { type: 'sendRequested', key: 'k', text: 'My question' });
    scene.dispatch({ type: 'draftChanged', text: 'half a sen' }, { type: 'startFailed', failure });
    return scene;
  };

  test('says what happened, keeps every word, and goes on where it was', async () => {
    const scene = fail({ kind: 'timeout' });
    await renderConsole(scene, { reference: '7F3K' });
    await expect.element(page.getByRole('heading', { name: 'The chat could not start' })).toBeVisible();
    await expect.element(status()).toHaveTextContent('Not connected');
    await expect
      .element(page.getByText('Our chat service is not answering. Nothing you wrote was lost.'))
      .toBeVisible();
    const kept = page.getByRole('list', { name: 'Your messages' }).getByRole('listitem');
    expect(kept.elements().map((element) => element.textContent)).toEqual(['My question', 'half a sen']);
    await expect.element(page.getByText('Reference: 7F3K')).toBeVisible();

    await userEvent.click(button('Try again'));
    expect(scene.session.getState().phase).toBe('starting');
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveValue('half a sen');
  });

  test.each<[Failure, RegExp]>([
    [{ kind: 'refused', code: 240 }, /not available right now/],
    [{ kind: 'refused', code: 306 }, /not available on this page/],
    [{ kind: 'missing', status: 404, exception: 'CallbackExceptionNotFound' }, /not available on this page/],
    [{ kind: 'unauthorised', status: 403 }, /not available on this page/],
    [{ kind: 'busy' }, /Many people/],
    [{ kind: 'network' }, /could not reach/],
    [{ kind: 'interrupted' }, /reloaded while the chat was starting/],
  ])('says in plain words what %j means', async (failure, words) => {
    await renderConsole(fail(failure));
    await expect.element(page.getByText(words)).toBeVisible();
  });

  test('tells integrators what is wrong, and visitors only that there is no chat here', async () => {
    const scene = openScene();
    scene.dispatch({ type: 'launchRefused', failure: { kind: 'misconfigured' } });
    await renderConsole(scene, { problems: ['gmsUrl: found 7, allowed is an address'] });
    await expect.element(page.getByText('The chat is not available on this page.')).toBeVisible();
    await expect.element(page.getByText('gmsUrl: found 7, allowed is an address')).toBeVisible();
    await expect.element(button('Try again')).not.toBeInTheDocument();
  });
});

describe('the service', () => {
  test('offers a choice, and one that leads elsewhere cannot be taken', async () => {
    const scene = openScene();
    await renderConsole(scene);
    const groups = [
      {
        name: 'Talk',
        choices: [
          { label: 'Chat', path: '/a' },
          { label: 'Elsewhere', path: null },
        ],
      },
    ];
    scene.dispatch({ type: 'launched', order });
    scene.dispatch({
      type: 'startAnswered',
      reply: { type: 'menu', serviceId: 'S1', label: 'How can we help?', groups },
    });
    await expect.element(page.getByRole('heading', { name: 'How can we help?' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: /^Elsewhere/ }), { force: true });
    await userEvent.click(button('Chat'));
    expect(scene.effects.filter((effect) => effect.type === 'followDialog')).toEqual([
      { type: 'followDialog', path: '/a' },
    ]);
  });

  test('gives a number to call and a code to enter', async () => {
    const scene = openScene();
    await renderConsole(scene);
    scene.dispatch({ type: 'launched', order });
    scene.dispatch({
      type: 'startAnswered',
      reply: {
        type: 'dial',
        serviceId: 'S1',
        number: '+47 800 12 345',
        label: '',
        accessCode: '4182',
        expiresInSeconds: 46,
      },
    });
    await expect
      .element(page.getByRole('link', { name: /^Call/ }))
      .toHaveAttribute('href', 'tel:+4780012345');
    await expect.element(page.getByRole('group', { name: 'Access code' })).toHaveTextContent('4 1 8 2');
    await userEvent.click(button('I have called'));
    expect(scene.session.getState().phase).toBe('ended');
  });
});

test('the title says product, state, and how much is unread while nobody looks', async () => {
  const scene = openChat(happened('joined', 1, maria));
  await renderConsole(scene, { brandTitle: 'Nord' });
  await vi.waitFor(() => expect(document.title).toBe('Nord – Connected'), 10_000);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  scene.receive(said(2, maria, 'One'), said(3, maria, 'Two'));
  await vi.waitFor(() => expect(document.title).toBe('(2) Nord – Connected'));
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(document.title).toBe('Nord – Connected'));
});

test('a logo that cannot be loaded leaves the sign of a chat in its place', async () => {
  await renderConsole(openScene(), { logoUrl: 'data:image/png;base64,AAAA' });
  await vi.waitFor(() => expect(document.querySelector('.header .avatar svg')).not.toBeNull());
  expect(document.querySelector('.header img')).toBeNull();
});

test('a view that breaks leaves words and a way out, and the session goes on', async () => {
  const scene = openChat(happened('joined', 1, maria));
  const model = modelOf(scene);
  vi.spyOn(model.t, 'time').mockImplementation(() => {
    throw new RangeError('no such time');
  });
  await renderConsole(scene, {}, model);
  await expect
    .element(page.getByRole('heading', { name: 'Something went wrong on this page' }))
    .toBeVisible();
  await expect.element(button('Reload')).toBeVisible();
  expect(takeComplaints().length).toBeGreaterThan(0);
  expect(scene.session.getState().phase).toBe('chat');
});

test('the window is as high as what can be seen while a keyboard covers the page', async () => {
  await renderConsole(openChat());
  const viewport = window.visualViewport as VisualViewport;
  const height = vi.spyOn(viewport, 'height', 'get').mockReturnValue(300);
  viewport.dispatchEvent(new Event('resize'));
  await vi.waitFor(() => expect(document.querySelector('main')?.getBoundingClientRect().height).toBe(300));
  height.mockRestore();
  viewport.dispatchEvent(new Event('resize'));
  await vi.waitFor(() => expect(document.querySelector('main')?.getBoundingClientRect().height).toBe(640));
});
