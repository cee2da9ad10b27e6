import { describe, expect, test } from 'vitest';
import { createAttach } from '../../src/host/invite/createAttach.ts';
import type { InviteOptions } from '../../src/host/launcher/gmsChat.ts';
import { holdNotifications, releaseNotifications } from '../../src/host/launcher/heldNotifications.ts';
import { testInviteClock } from './testInviteClock.ts';

type Take = (payload: unknown) => unknown;
type Ids = Readonly<{ visitID?: string; pageID?: string }>;

const message = (page?: string) => ({
  ...(page && { page }),
  channel: 'gpe.appendContent',
  data: { url: '/server/api/resources/v1/inviteGMS.html' },
});

/** A tracker that delivers; `ids` says what it answers, null that it answers when the test says so. */
function attached(ids: Ids | null, options: InviteOptions = {}) {
  const clock = testInviteClock();
  const shown: (InviteOptions | undefined)[] = [];
  const takes: Take[] = [];
  const asking: ((ids: Ids) => void)[] = [];
  const push = (command: readonly unknown[]) => {
    if (command[0] === 'on' && command[1] === 'notificationMessage') takes.push(command[2] as Take);
    if (command[0] !== 'getIDs') return;
    const answer = command[1] as (ids: Ids) => void;
    if (ids) answer(ids);
    else asking.push(answer);
  };
  const invite = (shownOptions?: InviteOptions) => {
    shown.push(shownOptions);
    return Promise.resolve('accept' as const);
  };
  // the only thing of the page that it uses
  const attach = createAttach({ _gt: { push } } as unknown as Window, invite, clock);
  attach(options);
  return { attach, clock, shown, takes, asking, deliver: (payload: unknown) => takes[0]?.(payload) };
}

describe('a notification', () => {
  test('for this page is taken from the tracker and shown as the page wants it', () => {
    const { deliver, shown } = attached({ pageID: 'P1' }, { title: 'Questions?', lang: 'en' });
    expect(deliver([message('P1')])).toBe(false);
    expect(shown).toEqual([{ title: 'Questions?', lang: 'en' }]);
  });

  test('says more than the page: its words win', () => {
    const { deliver, shown } = attached({ pageID: 'P1' }, { title: 'Questions?', type: 'chat', timeout: 60 });
    deliver({ channel: 'gpe.setVariable', data: { value: { type: 'callback', subject: 'Shall we call?' } } });
    expect(shown).toEqual([{ title: 'Shall we call?', type: 'callback', timeout: 60 }]);
  });

  test('for another page is left to the tracker', () => {
    const { deliver, shown } = attached({ pageID: 'P2' });
    expect(deliver([message('P1')])).toBeUndefined();
    expect(shown).toEqual([]);
  });

  test('for no page in particular is for this one', () => {
    const { deliver, shown } = attached({ pageID: 'P2' });
    expect(deliver(message())).toBe(false);
    expect(shown).toHaveLength(1);
  });

  test('of something else is left to the tracker', () => {
    const { deliver, shown } = attached({ pageID: 'P1' });
    expect(deliver({ page: 'P1', channel: 'gpe.callFunction', data: { function: 'alert' } })).toBeUndefined();
    expect(shown).toEqual([]);
  });

  test('that comes twice within ten seconds is one', () => {
    const { deliver, clock, shown } = attached({ pageID: 'P1' });
    deliver(JSON.stringify([message('P1'), message('P1')]));
    clock.pass(9999);
    expect(deliver(message('P1'))).toBe(false);
    expect(shown).toHaveLength(1);
    clock.pass(1);
    deliver(message('P1'));
    expect(shown).toHaveLength(2);
  });

  test('that says something else right after another is no repeat', () => {
    const { deliver, shown } = attached({ pageID: 'P1' });
    deliver(message('P1'));
    deliver({ channel: 'GmsChat', data: { title: 'Another' } });
    expect(shown).toEqual([{}, { title: 'Another' }]);
  });
});

describe('a tracker that does not say at once which page this is', () => {
  test('is asked, and believed when it answers', () => {
    const { deliver, asking, shown } = attached(null);
    expect(deliver(message('P1'))).toBe(false);
    expect(shown).toEqual([]);
    asking[0]?.({ pageID: 'P1' });
    asking[0]?.({ pageID: 'P1' });
    expect(shown).toHaveLength(1);
  });

  test('can still say that it is another one', () => {
    const { deliver, asking, clock, shown } = attached(null);
    deliver(message('P1'));
    asking[0]?.({ pageID: 'P2' });
    clock.pass(10_000);
    expect(shown).toEqual([]);
  });

  test('has chosen the page itself if it never answers', () => {
    const { deliver, clock, shown } = attached(null);
    deliver(message('P1'));
    clock.pass(1999);
    expect(shown).toEqual([]);
    clock.pass(1);
    expect(shown).toHaveLength(1);
  });
});

test('attached twice, it listens once, with the newer options', () => {
  const { attach, takes, deliver, shown } = attached({ pageID: 'P1' }, { title: 'Old' });
  attach({ title: 'New' });
  expect(takes).toHaveLength(1);
  deliver(message('P1'));
  expect(shown).toEqual([{ title: 'New' }]);
});

describe('before invite.js is there', () => {
  function launching() {
    const clock = testInviteClock();
    const takes: Take[] = [];
    const shown: (InviteOptions | undefined)[] = [];
    const push = (command: readonly unknown[]) => {
      if (command[0] === 'on') takes.push(command[2] as Take);
      if (command[0] === 'getIDs') (command[1] as (ids: Ids) => void)({ pageID: 'P1' });
    };
    // the only things of the page that are used
    const page = { _gt: { push }, GmsChat: { parts: {} } } as unknown as Window;
    const invite = (options?: InviteOptions) => {
      shown.push(options);
      return Promise.resolve('accept' as const);
    };
    holdNotifications(page);
    holdNotifications(page);
    return {
      shown,
      takes,
      attach: () => createAttach(page, invite, clock)({ title: 'Ours' }),
      giveUp: () => releaseNotifications(page),
      deliver: (payload: unknown) => takes.map((take) => take(payload)),
    };
  }

  test('a notification waits, and the tracker need not ask for the fragment', () => {
    const { deliver, attach, shown } = launching();
    expect(deliver([message('P1')])).toEqual([false]);
    expect(shown).toEqual([]);
    attach();
    expect(shown).toEqual([{ title: 'Ours' }]);
    expect(deliver({ channel: 'GmsChat', data: { title: 'Another' } })).toEqual([undefined, false]);
    expect(shown).toHaveLength(2);
  });

  test('what may be of somebody else is looked at later, and left to the tracker', () => {
    const { deliver, attach, shown } = launching();
    const variable = { channel: 'gpe.setVariable', data: { value: { type: 'chat', subject: 'Hello' } } };
    expect(deliver(variable)).toEqual([undefined]);
    expect(deliver({ channel: 'gpe.appendContent', data: { url: '/other.html' } })).toEqual([undefined]);
    attach();
    expect(shown).toEqual([{ type: 'chat', title: 'Hello' }]);
  });

  test('and when it never comes, the tracker has its fragment again', () => {
    const { deliver, giveUp } = launching();
    giveUp();
    expect(deliver([message('P1')])).toEqual([undefined]);
  });
});
