import { expect, test } from 'vitest';
import { createRecordKeeper } from '../../src/app/keepRecord.ts';
import type { SessionState } from '../../src/session/state.ts';
import { transition } from '../../src/session/transition.ts';
import { event, states } from '../session/samples.ts';

const ADDRESS = 'https://site.test/chat/index.html?gmsScenario=CHAT-NOW';

/** A page that was opened at this address, and what is stored of its session. */
function openPage(ids: string) {
  const page = {
    location: { href: `${ADDRESS}${ids}` },
    history: {
      state: null,
      replaceState(_: unknown, __: string, address: string) {
        page.location.href = address;
      },
    },
    addEventListener() {},
  };
  const stored: unknown[] = [];
  const record = {
    recall: () => Promise.resolve(null),
    remember: (content: unknown) => stored.push(content) > 0,
    forget: () => void stored.splice(0),
  };
  // the few parts of a window that are read, in place of a whole one
  const keeper = createRecordKeeper(page as unknown as Window, record);
  return { keep: keeper.keep, address: () => page.location.href, stored };
}

test('ids are in the record or in the address, and in neither once the visitor deletes their data', () => {
  const { keep, address, stored } = openPage('&visitID=V1&pageID=P1');
  const order = states.chat.order && { ...states.chat.order, visitId: 'V1', pageId: 'P1' };
  const chatting: SessionState = { ...states.chat, order };
  keep(chatting);
  expect([address(), stored.length]).toEqual([ADDRESS, 1]);

  const [ended] = transition(chatting, event({ type: 'endRequested' }));
  keep(ended);
  expect([address(), stored.length]).toEqual([`${ADDRESS}&visitID=V1&pageID=P1`, 0]);

  const [erased] = transition(ended, event({ type: 'eraseRequested' }));
  keep(erased);
  expect([address(), stored.length]).toEqual([ADDRESS, 0]);
});
