import { expect, test } from 'vitest';
import { watchConnectivity } from '../../src/platform/watchConnectivity.ts';
import type { SessionFact } from '../../src/session/event.ts';

function watched() {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentWindow;
  if (page === null) throw new Error('A frame has a window');
  const facts: SessionFact['type'][] = [];
  watchConnectivity(page, ({ type }) => facts.push(type));
  return { page, facts, leave: () => frame.remove() };
}

test('F89: a page that comes back from the back/forward cache asks at once', () => {
  const { page, facts, leave } = watched();
  page.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
  expect(facts).toEqual([]);
  page.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(facts).toEqual(['wokeUp']);
  leave();
});

test('F84 F87: the network that is gone and back, and a page that runs again, are told', () => {
  const { page, facts, leave } = watched();
  page.dispatchEvent(new Event('offline'));
  page.dispatchEvent(new Event('online'));
  page.document.dispatchEvent(new Event('resume'));
  expect(facts).toEqual(['wentOffline', 'wentOnline', 'wokeUp']);
  leave();
});
