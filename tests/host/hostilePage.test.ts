import { describe, expect, test } from 'vitest';
import { createAttach } from '../../src/host/invite/createAttach.ts';
import { createInviter } from '../../src/host/invite/createInviter.ts';
import { openPopup } from '../../src/host/launcher/openPopup.ts';
import { testInviteClock } from './testInviteClock.ts';

const ADDRESS = new URL('https://chat.test/index.html');

describe('a page that is not well', () => {
  test.for([
    ['has no window.open', {}],
    ['has one that throws', { open: trappedOptions() }],
    ['has one that opens nothing', { open() {} }],
  ] as const)('which %s is one that blocks popups', ([, page]) => {
    // the few parts of a window that are read, in place of a whole one
    expect(openPopup(page as unknown as Window, ADDRESS, 'GMS')).toBeNull();
  });

  test('whose options cannot be read is told that the invitation failed, and nothing is thrown at it', async () => {
    const chat = {
      open() {
        throw new Error('nothing is opened');
      },
      isOpen: () => false,
    };
    const page = { sessionStorage: { getItem: () => null } } as unknown as Window;
    const invite = createInviter(page, chat, 'https://chat.test/invite.js', testInviteClock());
    await expect(invite(trappedOptions())).resolves.toBe('error');
  });

  test('whose options cannot be read is invited in our own words', () => {
    const shown: unknown[] = [];
    const takes: ((payload: unknown) => unknown)[] = [];
    const push = ([, , take]: readonly unknown[]) => takes.push(take as (payload: unknown) => unknown);
    const invite = (options?: object) => {
      shown.push(options);
      return Promise.resolve('accept' as const);
    };
    createAttach({ _gt: { push } } as unknown as Window, invite, testInviteClock())(trappedOptions());

    takes[0]?.({ channel: 'gpe.appendContent', data: { url: '/x/inviteGMS.html' } });
    expect(shown).toEqual([{}]);
  });
});

/** Options that throw at whoever looks into them. */
function trappedOptions(): object {
  return new Proxy(
    {},
    {
      ownKeys() {
        throw new Error('of the page');
      },
    },
  );
}
