import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createInviter } from '../../src/host/invite/createInviter.ts';
import type { Disposition, Handle, InviteOptions, OpenOptions } from '../../src/host/launcher/gmsChat.ts';
import type { TestClock } from './testInviteClock.ts';
import { testInviteClock } from './testInviteClock.ts';

const IDS = { visitID: 'V1', pageID: 'P1' };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Scene = Readonly<{
  clock: TestClock;
  /** what was opened, and what the tracker was told: in the order it happened */
  happened: unknown[];
  answer: Promise<Disposition>;
  invite: (options?: InviteOptions) => Promise<Disposition>;
}>;

/** An invitation on a page with one field; the console is only noted, popups can be blocked. */
function openInvitation(options: InviteOptions = {}, isOpen = false, blocked: readonly string[] = []): Scene {
  const clock = testInviteClock();
  const happened: unknown[] = [];
  window._gt = {
    push: ([name, event, details]) => name === 'event' && happened.push({ [String(event)]: details }),
  };
  const chat = {
    isOpen: () => isOpen,
    open(wanted?: OpenOptions): Handle {
      happened.push({ open: wanted, isDialogThere: dialog().query() !== null });
      return { isClosed: blocked.includes(wanted?.mode ?? 'auto') } as Handle;
    },
  };
  const inviter = createInviter(window, chat, 'https://chat.example/invite.js', clock);
  const invite = (more: InviteOptions = {}) =>
    inviter({ ids: IDS, disposition: 'event', ...options, ...more });
  return { clock, happened, invite, answer: invite() };
}

const dialog = (name: string | RegExp = /.*/) => page.getByRole('dialog', { name });
const button = (name: string) => page.getByRole('button', { name });
const focused = () => document.activeElement?.shadowRoot?.activeElement?.textContent;
const told = (result: string, media = 'chat') => ({
  Disposition: { data: expect.objectContaining({ result, media }) },
});

beforeEach(() => {
  sessionStorage.clear();
  const field = document.createElement('input');
  field.ariaLabel = 'Search';
  document.body.replaceChildren(field);
  field.focus();
});
afterEach(async () => {
  await userEvent.keyboard('{Escape}');
  document.documentElement.lang = 'en';
});

describe('the invitation', () => {
  test('is a dialog with a name and two answers, and takes no focus', async () => {
    openInvitation({ title: 'Questions about travel plans?', text: 'It takes about 2 minutes.' });
    await expect.element(dialog('Questions about travel plans?')).toBeVisible();
    await expect.element(dialog()).toHaveAccessibleDescription('It takes about 2 minutes.');
    await expect.element(dialog()).not.toHaveAttribute('aria-modal');
    await expect.element(button('Start chat')).toBeVisible();
    await expect.element(button('No, thanks')).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Search' })).toHaveFocus();
  });

  test('is announced once, politely', async () => {
    const { clock } = openInvitation({ title: 'Questions?', text: 'Ask us.' });
    await expect.element(page.getByRole('status')).toHaveTextContent('');
    clock.pass(500);
    await expect.element(page.getByRole('status')).toHaveTextContent('Questions? Ask us.');
  });

  test('is the next thing that Tab comes to', async () => {
    openInvitation();
    await userEvent.tab();
    expect(focused()).toBe('No, thanks');
    await userEvent.tab();
    expect(focused()).toBe('Start chat');
  });

  test('shows texts as they are written, markup too', async () => {
    openInvitation({ title: '<img src=x onerror=alert(1)>', text: '<b>bold</b>' });
    await expect.element(dialog('<img src=x onerror=alert(1)>')).toBeVisible();
    await expect.element(page.getByText('<b>bold</b>', { exact: true }).first()).toBeVisible();
  });

  test('looks the same whatever the page says of all elements', async () => {
    const style = document.createElement('style');
    style.textContent = '* { color: red; font-size: 40px; position: static; text-transform: uppercase }';
    document.head.append(style);
    openInvitation();
    const { color, fontSize, textTransform } = getComputedStyle(dialog().element());
    style.remove();
    expect({ color, fontSize, textTransform }).toEqual({
      color: 'rgb(22, 32, 44)',
      fontSize: '15px',
      textTransform: 'none',
    });
  });

  test('has no faults that axe knows, in light and dark, as chat and as both', async () => {
    for (const type of ['chat', 'callback', 'both'] as const) {
      for (const scheme of ['light', 'dark']) {
        document.documentElement.style.colorScheme = scheme;
        sessionStorage.clear();
        const { answer } = openInvitation({ type });
        await expect.element(dialog()).toBeVisible();
        for (const host of document.body.children) {
          // the moment of coming up is no state that anybody reads in
          for (const animation of host.getAnimations()) animation.finish();
        }
        const { violations } = await axe.run(document.body.lastElementChild ?? document.body, {
          runOnly: TAGS,
        });
        expect(violations, `${type} in ${scheme}`).toEqual([]);
        await userEvent.keyboard('{Escape}');
        await answer;
      }
    }
    document.documentElement.style.colorScheme = '';
  });

  test('fits into 320 pixels, with targets that a thumb finds', async () => {
    await page.viewport(320, 480);
    openInvitation({ type: 'both' });
    const box = dialog().element().getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(320);
    expect(box.top).toBeGreaterThanOrEqual(0);
    for (const name of ['Start chat', 'Call me', 'No, thanks']) {
      expect(button(name).element().getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
    await page.viewport(1024, 720);
  });

  test('speaks the language of the page, or the one that it is given', async () => {
    document.documentElement.lang = 'de-AT';
    openInvitation({ type: 'both' });
    await expect.element(dialog('Können wir helfen?')).toBeVisible();
    await expect.element(button('Rufen Sie mich an')).toBeVisible();
    await button('Nein, danke').click();
    sessionStorage.clear();
    openInvitation({ lang: 'en' });
    await expect.element(dialog('Can we help?')).toBeVisible();
  });

  test('stands on the other side where people read from right to left', async () => {
    openInvitation({ lang: 'ar', title: 'هل يمكننا المساعدة؟' });
    const { left, right } = dialog().element().getBoundingClientRect();
    expect(left).toBeLessThan(window.innerWidth - right);
    expect(getComputedStyle(dialog().element()).direction).toBe('rtl');
  });
});

describe('an answer', () => {
  test('to chat opens the console when the dialog is gone, and is told after that', async () => {
    const { happened, answer } = openInvitation({
      engagementID: 'E1',
      userData: { a: 'b' },
      windowName: 'Help',
    });
    await button('Start chat').click();
    expect(happened).toEqual([
      {
        open: { proactive: true, ids: IDS, userData: { a: 'b' }, windowName: 'Help', scenario: 'CHAT-NOW' },
        isDialogThere: false,
      },
      {
        Disposition: {
          data: { engagementID: 'E1', actionID: undefined, result: 'accept', media: 'chat' },
        },
      },
    ]);
    await expect(answer).resolves.toBe('accept');
  });

  test('for a call starts the scenario of a call', async () => {
    const { happened } = openInvitation({ type: 'both', scenario: 'CHAT-WAIT' });
    await button('Call me').click();
    expect(happened).toMatchObject([
      { open: { scenario: 'VOICE-SCHEDULED-USERTERM' } },
      told('accept', 'callback'),
    ]);
  });

  test('given twice counts once', async () => {
    const { happened, answer } = openInvitation();
    const accept = button('Start chat').element() as HTMLElement;
    accept.click();
    accept.click();
    await answer;
    expect(happened).toMatchObject([{ open: {} }, told('accept')]);
  });

  test('of no, by button or Escape, is told once and gives the focus back', async () => {
    const { happened, answer } = openInvitation();
    await userEvent.tab();
    await userEvent.keyboard('{Escape}{Escape}');
    await expect(answer).resolves.toBe('cancel');
    await expect.element(page.getByRole('textbox', { name: 'Search' })).toHaveFocus();
    expect(happened).toEqual([told('cancel')]);
  });

  test('by Escape is the page’s where it needs it', async () => {
    const stop = (event: KeyboardEvent) => event.preventDefault();
    const field = page.getByRole('textbox', { name: 'Search' }).element();
    field.addEventListener('keydown', stop as EventListener);
    openInvitation();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).toBeVisible();
    field.removeEventListener('keydown', stop as EventListener);
  });

  test('of yes gets the console into the page where a window is blocked', async () => {
    const { happened, answer } = openInvitation({ mode: 'popup' }, false, ['popup']);
    await button('Start chat').click();
    expect(happened).toMatchObject([
      { open: { mode: 'popup' } },
      { open: { mode: 'iframe' } },
      told('accept'),
    ]);
    await expect(answer).resolves.toBe('accept');
  });

  test('of yes that opens nothing is told as an error', async () => {
    const { happened, answer } = openInvitation({}, false, ['auto', 'iframe']);
    await button('Start chat').click();
    await expect(answer).resolves.toBe('error');
    expect(happened.at(-1)).toEqual(told('error'));
  });
});

describe('without an answer', () => {
  test('it says that it is about to go, and goes', async () => {
    const { clock, happened, answer } = openInvitation();
    clock.pass(19_999);
    await expect.element(page.getByText('This goes away by itself in a moment.')).not.toBeInTheDocument();
    clock.pass(1);
    await expect.element(page.getByText('This goes away by itself in a moment.')).toBeVisible();
    clock.pass(9999);
    await expect.element(dialog()).toBeVisible();
    clock.pass(1);
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect(answer).resolves.toBe('timeout');
    expect(happened).toEqual([told('timeout')]);
  });

  test('it stays while somebody points at it or is in it', async () => {
    const { clock } = openInvitation();
    clock.pass(25_000);
    await userEvent.hover(dialog());
    clock.pass(60_000);
    await expect.element(dialog()).toBeVisible();
    await userEvent.unhover(dialog());
    await userEvent.tab();
    clock.pass(60_000);
    await expect.element(dialog()).toBeVisible();
    await userEvent.tab({ shift: true });
    clock.pass(4999);
    await expect.element(dialog()).toBeVisible();
    clock.pass(1);
    await expect.element(dialog()).not.toBeInTheDocument();
  });

  test('with no time limit it stays', async () => {
    const { clock } = openInvitation({ timeout: 0 });
    clock.pass(3_600_000);
    await expect.element(dialog()).toBeVisible();
  });

  test('it goes with the page', async () => {
    const { happened, answer } = openInvitation();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await expect(answer).resolves.toBe('pageExit');
    expect(happened).toEqual([told('pageExit')]);
  });
});

describe('in one visit', () => {
  test('it comes once', async () => {
    const { invite, happened } = openInvitation();
    await expect(invite(), 'while the first is there').resolves.toBe('cancel');
    await button('No, thanks').click();
    await expect(invite(), 'after it').resolves.toBe('cancel');
    await expect(openInvitation().answer, 'on the next page').resolves.toBe('cancel');
    expect(happened).toEqual([told('cancel')]);
    expect(Object.fromEntries(Object.entries(sessionStorage))).toEqual({ 'gms-chat-invited': '1' });
  });

  test('it does not come while there is a console', async () => {
    const { happened, answer } = openInvitation({}, true);
    await expect(answer).resolves.toBe('mediaBusy');
    expect(happened).toEqual([
      { Disposition: { data: expect.objectContaining({ result: 'error', code: 'mediaBusy' }) } },
    ]);
    await expect.element(dialog()).not.toBeInTheDocument();
  });
});
