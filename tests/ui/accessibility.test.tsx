import axe from 'axe-core';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SessionFact } from '../../src/session/event.ts';
import { SCENARIOS } from '../../src/session/scenarios.ts';
import type { Scenario } from '../../src/session/scenarios.ts';
import { applyBrand } from '../../src/theme/applyBrand.ts';
import { batch, happened, jonas, maria, me, NOON, order, said } from '../session/samples.ts';
import { returnToChat, returnToMessages } from './asyncScene.ts';
import type { Scene } from './renderConsole.tsx';
import { field, openCall, openChat, openScene, renderConsole, rows, send } from './renderConsole.tsx';
import { someSlots, withNumber } from './stubCallbacks.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const system = { id: '9', role: 'system', name: '' } as const;
const lost = { type: 'linkLost', failure: { kind: 'network' }, jitter: 0 } as const;

function talk(): Scene {
  const scene = openChat(
    happened('joined', 1, maria),
    said(2, maria, 'Hello, see example.com/plans'),
    said(3, me, 'Thank you'),
  );
  scene.receive({
    type: 'urlPushed',
    index: 4,
    at: NOON,
    from: maria,
    url: 'https://shop.example/plans?a=1',
  });
  scene.receive(
    happened('left', 5, maria),
    happened('joined', 6, jonas),
    said(7, system, 'Recorded'),
    happened('typingStarted', 8, jonas),
  );
  return scene;
}

function richTalk(): Scene {
  const reply = { text: 'Yes', image: null };
  const card = { title: 'A', text: 'b', image: { url: 'https://a.test/x.png', alt: 'c' }, parts: [] };
  const acts = [
    { type: 'say', text: 'A' },
    { type: 'open', url: 'https://a.test/' },
  ] as const;
  const cards = [{ ...card, acts }, card].map((one) => ({ acts: [], ...one }));
  const all = { text: 'Choose', isPartial: true };
  return openChat(
    said(1, maria, 'x', { rich: { ...all, kind: 'choice', cards } }),
    said(2, me, 'A', { answers: 1 }),
    said(3, maria, 'x', { rich: { ...all, kind: 'cards', arrangement: 'carousel', cards } }),
    said(4, maria, 'x', { rich: { ...all, kind: 'cards', arrangement: 'list', cards } }),
    said(5, maria, 'x', { rich: { ...all, kind: 'quickReplies', replies: [reply] } }),
  );
}

function start(...facts: readonly SessionFact[]): Scene {
  const scene = openScene();
  scene.dispatch({ type: 'launched', order }, ...facts);
  return scene;
}

function then(scene: Scene, ...facts: readonly SessionFact[]): Scene {
  scene.dispatch(...facts);
  return scene;
}

const undelivered = () =>
  then(
    talk(),
    { type: 'sendRequested', key: 'k', text: 'Hello' },
    { type: 'sendFailed', key: 'k', failure: { kind: 'refused' } },
  );
const choices = [
  {
    name: 'Talk',
    choices: [
      { label: 'Chat', path: '/a' },
      { label: 'Elsewhere', path: null },
    ],
  },
];

/** An order for a call that was accepted and is waited for. */
function waitForCall(scenario: Scenario, desiredTime?: string): Scene {
  const scene = openCall(scenario, withNumber);
  scene.callbacks.answers.slots = someSlots();
  scene.callbacks.answers.queue = { position: 3, waitSeconds: 95, totalWaiting: null, isAgentReady: true };
  scene.callbacks.answers.record = {
    state: 'QUEUED',
    reason: null,
    desiredTime: null,
    contactNumber: null,
  };
  return then(
    scene,
    { type: 'formSubmitted', customer: {}, ...(desiredTime === undefined ? {} : { desiredTime }) },
    { type: 'startAnswered', reply: { type: 'wait', serviceId: 'S1' } },
  );
}

const SCENES: Readonly<Record<string, () => Scene>> = {
  loading: openScene,
  'starting slowly': () => start({ type: 'timerFired', timer: 'slowStart' }),
  waiting: () => start({ type: 'startAnswered', reply: { type: 'wait', serviceId: 'S1' } }),
  chat: talk,
  'message refused': undelivered,
  'rich messages': richTalk,
  'very long message': () => openChat(said(1, maria, 'word '.repeat(1000))),
  'long conversation': () =>
    openChat(...Array.from({ length: 300 }, (_, place) => said(place + 1, maria, 'Hello'))),
  'earlier messages to ask for': () => returnToMessages(57),
  'earlier messages on their way': () => then(returnToMessages(57), { type: 'earlierRequested' }),
  'ended while away': () => then(returnToChat(), { type: 'linkLost', failure: { kind: 'over' }, jitter: 0 }),
  reconnecting: () => then(undelivered(), lost, lost),
  offline: () => then(talk(), { type: 'wentOffline' }),
  'about to close': () =>
    then(talk(), {
      type: 'received',
      batch: batch([
        { type: 'idleWarned', index: 9, at: NOON, from: system, text: 'Idle', secondsLeft: null },
      ]),
    }),
  'text too long': () => then(talk(), { type: 'draftChanged', text: 'x'.repeat(4001) }),
  ended: () => then(undelivered(), { type: 'draftChanged', text: 'half a' }, { type: 'endRequested' }),
  failed: () =>
    start(
      { type: 'sendRequested', key: 'k', text: 'Hello' },
      { type: 'startFailed', failure: { kind: 'timeout' } },
    ),
  'service menu': () =>
    start({
      type: 'startAnswered',
      reply: { type: 'menu', serviceId: null, label: 'Choose', groups: choices },
    }),
  'service message': () =>
    start({
      type: 'startAnswered',
      reply: { type: 'confirm', serviceId: null, text: 'We call you', okTitle: null },
    }),
  'form of a chat': () =>
    then(openCall('CHAT-NOW', { askFor: { CHAT: ['firstName', 'email', 'subject'], VOICE: [] } }), {
      type: 'draftChanged',
      text: 'half a',
    }),
  'form of a call, number refused': () =>
    then(
      openCall('VOICE-NOW-USERTERM', withNumber),
      { type: 'formSubmitted', customer: {} },
      { type: 'startFailed', failure: { kind: 'refused', exception: 'CallbackExceptionNumber' } },
    ),
  'form of a call for later': () => {
    const scene = openCall('VOICE-SCHEDULED-USERTERM', withNumber);
    scene.callbacks.answers.slots = someSlots();
    return scene;
  },
  'form of a call for later, time refused': () =>
    then(
      openCall('VOICE-SCHEDULED-USERTERM', withNumber),
      { type: 'formSubmitted', customer: {}, desiredTime: '2026-11-24T09:30:00.000Z' },
      {
        type: 'startFailed',
        failure: { kind: 'refused', status: 400, availability: { [someSlots()[1]?.key ?? '']: 2 } },
      },
    ),
  'form of a call for later, closed': () => {
    const scene = openCall('VOICE-SCHEDULED-USERTERM', withNumber);
    scene.callbacks.answers.slots = { kind: 'refused', exception: 'CallbackExceptionAvailability' };
    return scene;
  },
  'form to call us': () => {
    const scene = openCall('VOICE-NOW-USERORIG');
    scene.callbacks.answers.wait = 290;
    return scene;
  },
  'call that waits for the network': () =>
    then(
      openCall('VOICE-NOW-USERTERM', withNumber),
      { type: 'wentOffline' },
      { type: 'formSubmitted', customer: {} },
    ),
  'ordering a call': () =>
    then(openCall('VOICE-NOW-USERTERM', withNumber), { type: 'formSubmitted', customer: {} }),
  'being called': () => waitForCall('VOICE-NOW-USERTERM'),
  'waiting for a call, agent ready': () => waitForCall('VOICE-WAIT-USERTERM'),
  'booked call': () => waitForCall('VOICE-SCHEDULED-USERTERM', '2026-11-24T09:30:00.000Z'),
  'call did not take place': () =>
    then(waitForCall('VOICE-NOW-USERTERM'), { type: 'callbackEnded', reason: 'FAIL_ERROR' }),
  'call cancelled, with words left over': () =>
    then(
      waitForCall('VOICE-NOW-USERTERM'),
      { type: 'draftChanged', text: 'half a' },
      { type: 'callbackEnded', reason: 'CANCELLED' },
    ),
  'call refused': () =>
    then(
      openCall('VOICE-NOW-USERTERM', withNumber),
      { type: 'formSubmitted', customer: {} },
      { type: 'startFailed', failure: { kind: 'server', status: 503 } },
    ),
  'number to call that has run out': () =>
    start({
      type: 'startAnswered',
      reply: {
        type: 'dial',
        serviceId: 'S1',
        number: '5550177',
        label: '',
        accessCode: null,
        expiresInSeconds: 0,
      },
    }),
  'number to call': () =>
    start({
      type: 'startAnswered',
      reply: {
        type: 'dial',
        serviceId: null,
        number: '+4780012345',
        label: '',
        accessCode: '4182',
        expiresInSeconds: 60,
      },
    }),
};

const settings = {
  reference: '7F3K',
  privacyUrl: 'https://shop.example/privacy',
  isStored: false,
  hasWaitingTime: true,
  allowedScenarios: Object.keys(SCENARIOS) as Scenario[],
};

/** What comes on demand has come. */
async function expectSettled(): Promise<void> {
  await expect
    .element(page.getByRole('heading', { level: 2 }).or(page.getByRole('log')).first())
    .toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 100));
}

describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
  test.each(Object.entries(SCENES))('axe has nothing to say about: %s', async (_name, scene) => {
    applyBrand(document.documentElement, { colorScheme });
    document.documentElement.lang = 'en';
    await renderConsole(scene(), settings);
    await expectSettled();
    const { violations } = await axe.run(document, { runOnly: TAGS, resultTypes: ['violations'] });
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });

  test('axe has nothing to say about mistakes in a form, and the question before a call is cancelled', async () => {
    applyBrand(document.documentElement, { colorScheme });
    const check = async () => (await axe.run(document, { runOnly: TAGS })).violations.map(({ id }) => id);
    const later = openCall('VOICE-SCHEDULED-USERTERM');
    later.callbacks.answers.slots = someSlots();
    const { unmount } = await renderConsole(later, settings);
    await expect.element(page.getByRole('radiogroup', { name: 'Time' })).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: /^Call me/ }));
    await expect.element(page.getByText('Choose a day and a time.')).toBeVisible();
    expect(await check()).toEqual([]);
    await unmount();

    await renderConsole(waitForCall('VOICE-SCHEDULED-USERTERM', '2099-11-24T09:30:00.000Z'), settings);
    await userEvent.click(page.getByRole('button', { name: 'Cancel the call' }));
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    expect(await check()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Keep the call' }));
  });

  test('axe has nothing to say about the choice of another time', async () => {
    applyBrand(document.documentElement, { colorScheme });
    const scene = waitForCall('VOICE-SCHEDULED-USERTERM', '2099-11-24T09:30:00.000Z');
    scene.callbacks.answers.record = {
      state: 'SCHEDULED',
      reason: null,
      desiredTime: null,
      contactNumber: null,
    };
    await renderConsole(scene, settings);
    await userEvent.click(page.getByRole('button', { name: 'Change the time' }));
    await userEvent.click(page.getByRole('button', { name: 'Move the call' }));
    await expect.element(page.getByText('Choose a day and a time.')).toBeVisible();
    const { violations } = await axe.run(document, { runOnly: TAGS });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test('axe has nothing to say about the open menu and the dialog', async () => {
    applyBrand(document.documentElement, { colorScheme });
    await renderConsole(talk(), settings);
    const check = async () => (await axe.run(document, { runOnly: TAGS })).violations.map(({ id }) => id);
    await userEvent.click(page.getByRole('button', { name: 'More options' }));
    expect(await check()).toEqual([]);
    await userEvent.click(page.getByRole('menuitem', { name: 'End chat' }));
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    expect(await check()).toEqual([]);
  });
});

test.each(Object.entries(SCENES))(
  'nothing is wider than 320 px, also with text twice as large: %s',
  async (_name, scene) => {
    await page.viewport(320, 568);
    await renderConsole(scene(), settings);
    await expectSettled();
    for (const size of ['', '200%']) {
      document.documentElement.style.fontSize = size;
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      for (const part of document.querySelectorAll('.transcript, .panel, .footer'))
        expect(part.scrollWidth).toBeLessThanOrEqual(320);
    }
    document.documentElement.style.fontSize = '';
  },
);

test('large text in a narrow window leaves the field a line of its own, and sending at its end', async () => {
  await page.viewport(320, 568);
  await renderConsole(talk());
  document.documentElement.style.fontSize = '200%';
  const [input, button] = [field(), send()].map((part) => part.element().getBoundingClientRect());
  expect(input).toMatchObject({ left: 16, right: 304 });
  expect(button?.right).toBe(304);
  expect(button?.top).toBeGreaterThanOrEqual(input?.bottom ?? 0);
  await userEvent.click(page.getByRole('button', { name: 'More options' }));
  for (const item of page.getByRole('menuitem').elements())
    expect(item.getBoundingClientRect().left).toBeGreaterThanOrEqual(0);
  document.documentElement.style.fontSize = '';
});

test('in a narrow window all parts begin at one edge, and no room is kept for pictures', async () => {
  await page.viewport(320, 568);
  await renderConsole(talk());
  const edges = ['.header-title', '.row[data-from="agent"] > .bubble', '.composer > :first-child'].map(
    (part) => document.querySelector(part)?.getBoundingClientRect().left,
  );
  expect(edges).toEqual([8, 8, 8]);
});

test('composer, send button and conversation are there in a window 256 px high', async () => {
  await page.viewport(320, 256);
  await renderConsole(talk());
  for (const element of [field(), send(), page.getByRole('log')]) {
    const { top, bottom, height } = element.element().getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(256);
    expect(height).toBeGreaterThanOrEqual(44);
  }
});

test('nothing to press is smaller than 24 px, the main ones not smaller than 44', async () => {
  await renderConsole(undelivered());
  for (const button of document.querySelectorAll('button, .button')) {
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
  const { width, height } = send().element().getBoundingClientRect();
  expect([width, height]).toEqual([44, 44]);
});

test('what stands first is read first: the order of the page is the order on the screen', async () => {
  const scene = openChat(said(1, maria, 'One'), said(3, maria, 'Three'));
  await renderConsole(scene);
  scene.receive(said(2, maria, 'Two'));
  await vi.waitFor(() => expect(rows()).toHaveLength(3));
  expect(rows().map((row) => row.querySelector('.bubble')?.textContent)).toEqual(['One', 'Two', 'Three']);
  const tops = rows().map((row) => row.getBoundingClientRect().top);
  expect(tops).toEqual(tops.toSorted((one, other) => one - other));
});

test('Tab goes through header, conversation, its buttons, attaching, composer and send, and no key does anything by itself', async () => {
  const scene = undelivered();
  await renderConsole(scene);
  await expect.element(page.getByRole('link', { name: 'example.com/plans' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Insert an emoji' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Attach a file' })).toBeVisible();
  (page.getByRole('link', { name: /^Skip/ }).element() as HTMLElement).focus();
  const stops: string[] = [];
  for (let stop = 0; stop < 12; stop += 1) {
    stops.push(
      document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    await userEvent.tab();
  }
  expect(stops.map((name) => name.split(' (')[0])).toEqual([
    'Skip to the message box',
    'More options',
    'Conversation',
    'example.com/plans',
    'Open shop.example',
    'Try again',
    'Edit',
    'Discard',
    'Attach a file',
    'Message',
    'Insert an emoji',
    'Send message',
  ]);
  const before = scene.session.getState();
  (page.getByRole('log').element() as HTMLElement).focus();
  await userEvent.keyboard('abcdefghijklmnopqrstuvwxyz?/');
  expect(scene.session.getState()).toBe(before);
});

test('typing dots stop by themselves in less than five seconds', async () => {
  await renderConsole(talk());
  const style = getComputedStyle(document.querySelector('.typing-dot') as Element);
  const seconds = Number.parseFloat(style.animationDuration) * Number(style.animationIterationCount);
  expect(seconds).toBeLessThan(5);
});
