import { expect, test } from 'vitest';
import { hostPatience } from '../../src/app/hostPatience.ts';

type Case = Readonly<{
  name?: string;
  isFramed?: boolean;
  mayAnswer?: boolean;
  hasRecord?: boolean;
  keepsChats?: boolean;
  type?: string;
}>;

function patienceOf({
  name = '',
  isFramed = false,
  mayAnswer = true,
  hasRecord = false,
  keepsChats = false,
  type = 'navigate',
}: Case) {
  const page = { name, performance: { getEntriesByType: () => [{ type }] } };
  // the few parts of a window that are read, in place of a whole one
  const asWindow = Object.assign(page, { parent: isFramed ? {} : page }) as unknown as Window;
  return hostPatience(asWindow, { mayAnswer, hasRecord, keepsChats });
}

test.for<readonly [string, Case, number]>([
  ['the frame of a launcher', { name: 'gms-chat-console', isFramed: true }, 5_000],
  ['a plain frame', { name: 'chat', isFramed: true }, 0],
  ['a frame that goes on after a reload', { name: 'gms-chat-console', isFramed: true, hasRecord: true }, 0],
  [
    'a frame of a page that it may not talk to',
    { name: 'gms-chat-console', isFramed: true, mayAnswer: false },
    0,
  ],
  ['a popup', {}, 800],
  ['a popup of a page that it may not talk to', { mayAnswer: false }, 0],
  ['a popup that goes on after a reload', { hasRecord: true, type: 'reload' }, 0],
  ['a popup that is new, and has a copy of what its opener stored', { hasRecord: true }, 800],
  ['a popup whose host may have a chat to go on with', { keepsChats: true }, 5_000],
  ['a plain frame whose host may have one', { isFramed: true, keepsChats: true }, 5_000],
  [
    'a frame that goes on after a reload, and whose host may know of another visitor',
    { isFramed: true, hasRecord: true, keepsChats: true },
    800,
  ],
  ['a page that it may not talk to, whatever is kept', { mayAnswer: false, keepsChats: true }, 0],
])('waits for the host of %s', ([, one, ms]) => {
  expect(patienceOf(one)).toBe(ms);
});
