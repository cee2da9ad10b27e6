import { asyncPhases } from '../../src/session/asyncPhases.ts';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import { LAST_EVENT } from '../../src/session/pages.ts';
import { transitionBy } from '../../src/session/transitionBy.ts';
import { batch, maria, order, said } from '../session/samples.ts';
import type { Scene } from './renderConsole.tsx';
import { openScene } from './renderConsole.tsx';

/** The server tells what follows an index, up to the end of so many messages. */
type Answer = (page: number, upTo?: number) => void;

/** An asynchronous chat that is about to be taken up again: nothing of it has been read. */
export function returnToChat(): Scene {
  const scene = openScene(transitionBy(() => asyncPhases));
  const chat = { api: 'v2', chatId: 'C1', userId: 'U1', secureKey: 'K1', alias: '204' } as const;
  const asked = { ...order, isAsync: true };
  const record = { order: asked, chat, waiting: null, failure: null, outbox: [], draft: '' };
  scene.dispatch({ type: 'resumed', record }, { type: 'holdGained' });
  return scene;
}

/** One with so many messages, of which the last twenty have been read. */
export function returnToMessages(count: number): Scene & Readonly<{ answer: Answer }> {
  const scene = returnToChat();
  const answer: Answer = (page, upTo = count) => {
    const all = messages(upTo);
    const told = page === LAST_EVENT ? all.slice(-1) : all.slice(page);
    scene.dispatch({ type: 'received', batch: { ...batch(told), last: upTo, page } });
  };
  answer(LAST_EVENT);
  answer(Math.max(0, count - 20));
  return { ...scene, answer };
}

function messages(count: number): readonly ChatEvent[] {
  return Array.from({ length: count }, (_, place) => said(place + 1, maria, `Message ${place + 1}`));
}
