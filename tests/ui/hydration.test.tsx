import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { de } from '../../src/i18n/messages/de.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { attachEarlyComposer } from '../../src/app/earlyComposer.ts';
import { App } from '../../src/ui/App.tsx';
import type { ConsoleModel } from '../../src/ui/ConsoleModel.ts';
import { happened, maria, order, said } from '../session/samples.ts';
import { field, modelOf, openChat, openScene, rows } from './renderConsole.tsx';

/** The static shell, as the build writes it, in the page. */
function putShell(): { root: HTMLElement; textarea: HTMLTextAreaElement } {
  const html = renderToString(<App model={modelOf(openScene())} />);
  const parsed = new DOMParser().parseFromString(`<div id="root">${html}</div>`, 'text/html');
  const root = document.importNode(parsed.body.children[0] as HTMLElement, true);
  document.body.append(root);
  onTestFinished(() => root.remove());
  return { root, textarea: root.querySelector('textarea') as HTMLTextAreaElement };
}

function adopt(root: HTMLElement, model: ConsoleModel): void {
  const adopted = hydrateRoot(root, <App model={model} />, {
    onRecoverableError: (error) => expect.unreachable(String(error)),
  });
  onTestFinished(() => adopted.unmount());
}

test('the field somebody is typing in is adopted with its text, its caret and the focus', async () => {
  const { root, textarea } = putShell();
  textarea.focus();
  await userEvent.keyboard('Can I switch?');
  textarea.setSelectionRange(4, 4);
  const scene = openScene();
  scene.dispatch({ type: 'draftChanged', text: 'Can I switch?' }, { type: 'launched', order });
  const ready = vi.fn<() => void>();

  adopt(root, { ...modelOf(scene), onComposerReady: ready });
  await vi.waitFor(() => expect(ready).toHaveBeenCalled());

  expect(document.querySelector('textarea')).toBe(textarea);
  expect(document.activeElement).toBe(textarea);
  expect([textarea.value, textarea.selectionStart]).toEqual(['Can I switch?', 4]);
});

test('what was typed before anybody listened becomes the draft', async () => {
  const { root, textarea } = putShell();
  textarea.focus();
  await userEvent.keyboard('Hello');
  const scene = openScene();

  adopt(root, modelOf(scene));

  await vi.waitFor(() => expect(scene.session.getState().draft.text).toBe('Hello'));
  await userEvent.keyboard('{Enter}');
  expect(scene.session.getState().outbox.map((item) => item.text)).toEqual(['Hello']);
});

test('a message with many digits that was sent before anybody could look at it goes when somebody can', async () => {
  const { root, textarea } = putShell();
  const early = document.createElement('div');
  early.id = 'early';
  root.append(early);
  const scene = openScene();
  const takeOver = attachEarlyComposer(document, scene.session);
  textarea.focus();
  await userEvent.keyboard('Call +47 412 34 567 please{Enter}');
  expect(scene.session.getState().outbox).toEqual([]);
  expect(textarea.value).toBe('Call +47 412 34 567 please');
  early.remove();

  adopt(root, { ...modelOf(scene), onComposerReady: takeOver });
  await vi.waitFor(() =>
    expect(scene.session.getState().outbox.map((item) => item.text)).toEqual(['Call +47 412 34 567 please']),
  );
  expect(textarea.value).toBe('');
});

test('a shell that speaks another language and is further on is adopted, and brought up to date', async () => {
  const { root, textarea } = putShell();
  root.querySelector('main')?.setAttribute('data-phase', 'chat');
  for (const element of root.querySelectorAll('[data-word="status.connecting"]'))
    element.textContent = 'Verbunden';
  textarea.placeholder = 'Nachricht schreiben';
  const scene = openChat(happened('joined', 1, maria), said(2, maria, 'Guten Tag'));

  adopt(root, {
    ...modelOf(scene, { brandTitle: 'Nord' }),
    t: createTranslator({ locale: 'de', messages: de }),
  });

  await vi.waitFor(() => expect(rows()).toHaveLength(2));
  expect(document.querySelector('textarea')).toBe(textarea);
  expect(root.querySelector('h1')?.textContent).toBe('Maria');
  expect(root.querySelector('[role=status]')?.textContent).toBe('Verbunden');
  expect(textarea.getAttribute('aria-label')).toBe('Nachricht');
  expect(root.querySelector('main')?.dataset['phase']).toBe('chat');
});

test('a shell that nobody translated ends up in the language of the visitor all the same', async () => {
  const { root } = putShell();
  const scene = openScene();
  adopt(root, { ...modelOf(scene), t: createTranslator({ locale: 'de', messages: de }) });

  await vi.waitFor(() =>
    expect(root.querySelector('[role=status]')?.textContent).toBe('Verbindung wird aufgebaut'),
  );
  expect(root.querySelector('h1')?.textContent).toBe('Kundenservice');
});

test('a draft that was kept over a reload is written into the empty field', async () => {
  const { root, textarea } = putShell();
  const scene = openScene();
  scene.dispatch({
    type: 'resumed',
    record: { order, chat: null, waiting: null, failure: null, outbox: [], draft: 'half a sentence' },
  });
  scene.dispatch({ type: 'retryRequested' });
  adopt(root, modelOf(scene));

  await expect.element(field()).toHaveValue('half a sentence');
  expect(textarea.selectionStart).toBe('half a sentence'.length);
});
