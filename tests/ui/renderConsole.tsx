import { StrictMode } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { en } from '../../src/i18n/messages/en.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import type { Session } from '../../src/session/createSession.ts';
import type { SessionEffect } from '../../src/session/effect.ts';
import { runSession } from '../../src/session/runSession.ts';
import { transition } from '../../src/session/transition.ts';
import type { Transition } from '../../src/session/transitionBy.ts';
import type { SessionFact } from '../../src/session/event.ts';
import '../../src/theme/console.css';
import '../../src/theme/late.css';
import { App } from '../../src/ui/App.tsx';
import type { ConsoleModel, UiSettings } from '../../src/ui/ConsoleModel.ts';
import { SHELL_SETTINGS } from '../../src/ui/ConsoleModel.ts';
import type { Scenario } from '../../src/session/scenarios.ts';
import type { Order } from '../../src/session/ports.ts';
import { batch, NOON, order } from '../session/samples.ts';
import type { StubCallbacks } from './stubCallbacks.ts';
import { stubCallbacks } from './stubCallbacks.ts';

export type Scene = Readonly<{
  session: Session;
  effects: readonly SessionEffect[];
  callbacks: StubCallbacks;
  dispatch: (...facts: readonly SessionFact[]) => void;
  /** a good answer of the server with these events */
  receive: (...events: readonly ChatEvent[]) => void;
  /** clock time of the session goes on */
  pass: (ms: number) => void;
}>;

/** The real session with a shell that records what it was asked to do, at noon. */
export function openScene(step: Transition = transition): Scene {
  const effects: SessionEffect[] = [];
  let now = NOON;
  const session = runSession({
    transition: step,
    now: () => now,
    persist: () => {},
    runEffect: (effect) => effects.push(effect),
  });
  const dispatch = (...facts: readonly SessionFact[]) => {
    for (const fact of facts) session.dispatch(fact);
  };
  return {
    session,
    effects,
    callbacks: stubCallbacks(),
    dispatch,
    receive: (...events) => dispatch({ type: 'received', batch: batch(events) }),
    pass: (ms) => {
      now += ms;
    },
  };
}

/** A scene in which a chat has been opened. */
export function openChat(...events: readonly ChatEvent[]): Scene {
  const scene = openScene();
  scene.dispatch({ type: 'launched', order }, { type: 'chatOpened', batch: batch() });
  if (events.length > 0) scene.receive(...events);
  return scene;
}

/** A scene that was launched with another scenario; a call begins with its form. */
export function openCall(scenario: Scenario, given: Partial<Order> = {}): Scene {
  const scene = openScene();
  scene.dispatch({ type: 'launched', order: { ...order, scenario, ...given } });
  return scene;
}

export function modelOf({ session, callbacks }: Scene, settings: Partial<UiSettings> = {}): ConsoleModel {
  return {
    session,
    t: createTranslator({ locale: 'en', region: 'en-GB', messages: en }),
    settings: { ...SHELL_SETTINGS, ...settings },
    loadCallbacks: callbacks.load,
    loadFiles: () => Promise.reject(new Error('No files in this scene')),
  };
}

/** Shows a scene as the page does. */
export async function renderConsole(
  scene: Scene,
  settings: Partial<UiSettings> = {},
  model = modelOf(scene, settings),
) {
  return render(
    <StrictMode>
      <App model={model} />
    </StrictMode>,
  );
}

export const log = () => page.getByRole('log', { name: 'Conversation' });
export const field = () => page.getByRole('textbox', { name: 'Message' });
export const send = () => page.getByRole('button', { name: 'Send message' });
export const rows = () => [...document.querySelectorAll<HTMLElement>('[data-entry]')];

const complaints: unknown[][] = [];

/** What was complained about so far, for a test that expects it. */
export function takeComplaints(): unknown[][] {
  return complaints.splice(0);
}

beforeEach(async () => {
  complaints.length = 0;
  vi.spyOn(globalThis.console, 'error').mockImplementation((...words: unknown[]) => complaints.push(words));
  await page.viewport(420, 640);
});

afterEach(() => {
  vi.restoreAllMocks();
  if (complaints.length > 0) throw new Error(`console.error: ${JSON.stringify(complaints)}`);
});
