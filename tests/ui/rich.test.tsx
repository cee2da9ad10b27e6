import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RichCard, RichContent } from '../../src/session/richContent.ts';
import { SHELL_SETTINGS } from '../../src/ui/ConsoleModel.ts';
import { batch, happened, maria, me, said } from '../session/samples.ts';
import { field, openChat, renderConsole, rows } from './renderConsole.tsx';

const nora = { id: '5', role: 'bot', name: 'Nora' } as const;
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

function card(more: Partial<RichCard>): RichCard {
  return { title: '', text: '', image: null, acts: [], parts: [], ...more };
}

function cards(...list: readonly Partial<RichCard>[]): RichContent {
  return { kind: 'cards', arrangement: 'list', text: '', isPartial: false, cards: list.map(card) };
}

const yesOrNo: RichContent = {
  kind: 'quickReplies',
  text: 'Is this about an invoice?',
  isPartial: false,
  replies: [
    { text: 'Yes', image: null },
    { text: 'No', image: null },
  ],
};
const problems: RichContent = {
  kind: 'choice',
  text: 'What is it about?',
  isPartial: false,
  cards: [
    card({ title: 'My bill', acts: [{ type: 'say', text: 'It is about my bill' }] }),
    card({ title: 'My phone' }),
  ],
};

/** A chat in which a bot sends a rich message as the third event. */
const richChat = (rich: RichContent) =>
  openChat(happened('joined', 1, nora), said(3, nora, 'The plain words.', { rich }));
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a rich message says so, and names its sender like any other', async () => {
  await renderConsole(richChat(yesOrNo));
  await expect.element(button('Yes')).toBeVisible();
  expect(rows().at(-1)?.dataset).toMatchObject({ entry: 'rich', from: 'bot', index: '3' });
  await expect.element(page.getByText('The plain words.')).not.toBeInTheDocument();
  await expect.element(page.getByText('Is this about an invoice?')).toBeVisible();
});

describe('quick replies', () => {
  test('send their text and go, the draft and the focus stay with the visitor', async () => {
    const scene = richChat(yesOrNo);
    await renderConsole(scene);
    await userEvent.fill(field(), 'half a sen');
    await userEvent.click(button('Yes'));
    expect(scene.effects).toContainEqual({ type: 'send', key: expect.any(String), text: 'Yes' });
    await expect.element(button('Yes')).not.toBeInTheDocument();
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveValue('half a sen');
    expect(scene.session.getState().draft.text).toBe('half a sen');
  });

  test('go when the visitor writes something else, and not when somebody else does', async () => {
    const scene = richChat(yesOrNo);
    await renderConsole(scene);
    scene.receive(said(4, nora, 'Take your time.'));
    await expect.element(page.getByText('Take your time.')).toBeVisible();
    await expect.element(button('Yes')).toBeVisible();
    scene.receive(said(5, me, 'Neither'));
    await expect.element(button('Yes')).not.toBeInTheDocument();
  });

  test('stay when a message that left before them arrives', async () => {
    const scene = openChat(happened('joined', 1, nora));
    scene.dispatch({ type: 'sendRequested', key: 'k', text: 'Hello' });
    scene.receive(said(3, nora, 'Sure?', { rich: yesOrNo }));
    await renderConsole(scene);
    await expect.element(button('Yes')).toBeVisible();
  });

  test('are there to read, not to press, once the chat is over', async () => {
    const scene = richChat(yesOrNo);
    await renderConsole(scene);
    await expect.element(button('Yes')).toBeVisible();
    scene.dispatch({ type: 'received', batch: batch([], true) });
    await expect.element(button('Yes')).not.toBeInTheDocument();
    await expect.element(page.getByText('Is this about an invoice?')).toBeVisible();
  });
});

describe('a list to choose from', () => {
  test('is locked by the choice, which it shows and the message names', async () => {
    const scene = richChat(problems);
    await renderConsole(scene);
    await userEvent.click(button('My bill'));
    expect(scene.effects).toContainEqual({
      type: 'send',
      key: expect.any(String),
      text: 'It is about my bill',
      answers: 3,
    });
    await expect
      .element(page.getByRole('button', { name: 'My bill chosen' }))
      .toHaveAttribute('aria-pressed', 'true');
    await expect.element(button('My phone')).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button('My phone'), { force: true });
    expect(scene.effects.filter(({ type }) => type === 'send')).toHaveLength(1);
  });

  test.each([
    ['names the list', said(4, me, 'It is about my bill', { answers: 3 })],
    ['only has the words', said(4, me, 'It is about my bill')],
  ])('is found locked after a reload when the answer %s', async (_, answer) => {
    const scene = richChat(problems);
    scene.receive(answer);
    await renderConsole(scene);
    await expect.element(page.getByRole('button', { name: 'My bill chosen' })).toBeVisible();
  });

  test('stays open when the visitor says something else', async () => {
    const scene = richChat(problems);
    scene.receive(said(4, me, 'A moment please'));
    await renderConsole(scene);
    await expect.element(button('My phone')).toHaveAttribute('aria-disabled', 'false');
  });
});

describe('cards', () => {
  test('say what they say, and show pages with their true host', async () => {
    const scene = richChat(
      cards({
        title: 'Nordic M',
        text: '**20 GB**',
        parts: [
          { type: 'button', text: 'Order', acts: [{ type: 'say', text: 'Order Nordic M' }] },
          {
            type: 'button',
            text: 'Your bank',
            acts: [{ type: 'open', url: 'https://bank.test@evil.test/x' }],
          },
          { type: 'button', text: 'Odd', acts: [{ type: 'open', url: 'javascript:alert(1)' }] },
        ],
      }),
    );
    await renderConsole(scene);
    const link = page.getByRole('link', { name: /^Your bank/ });
    await expect.element(link).toHaveAccessibleName('Your bank (evil.test) (opens in a new window)');
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(document.querySelectorAll('.rich a')).toHaveLength(1);
    await expect.element(page.getByText('Odd (javascript:alert(1))')).toBeVisible();
    await expect.element(page.getByText('20 GB')).toBeVisible();
    await vi.waitFor(() => expect(document.querySelector('.rich strong')?.textContent).toBe('20 GB'));
    await userEvent.click(button('Order'));
    expect(scene.effects).toContainEqual({
      type: 'send',
      key: expect.any(String),
      text: 'Order Nordic M',
      answers: 3,
    });
  });

  test('load pictures only from origins that are allowed, and only when they are seen', async () => {
    const image = (url: string) => ({ title: url, image: { url, alt: `of ${url}` } });
    const shown = richChat(
      cards(
        image('https://cdn.test/a.png'),
        image('https://tracker.test/b.png'),
        image('http://cdn.test/c.png'),
        image(`${location.origin}/d.png`),
        image(PIXEL),
        image('javascript:alert(1)'),
      ),
    );
    await renderConsole(shown, { imageOrigins: ['https://cdn.test'] });
    await expect.element(page.getByText('of https://tracker.test/b.png')).toBeVisible();
    const pictures = [...document.querySelectorAll<HTMLImageElement>('.rich img')];
    // one that could not be loaded by now has made place for its words
    for (const picture of pictures) {
      expect([picture.loading, picture.referrerPolicy]).toEqual(['lazy', 'no-referrer']);
      expect(['https://cdn.test', location.origin]).toContain(new URL(picture.src).origin);
    }
    await expect
      .element(page.getByRole('link', { name: 'Picture on tracker.test' }))
      .toHaveAttribute('href', 'https://tracker.test/b.png');
  });

  test('side by side can be scrolled by keyboard and do not widen the window', async () => {
    await page.viewport(320, 640);
    const many: RichContent = {
      ...cards(),
      kind: 'cards',
      arrangement: 'carousel',
      cards: Array.from({ length: 5 }, (_, place) => card({ title: `Card ${place}`, text: 'W'.repeat(200) })),
    };
    await renderConsole(richChat(many));
    const carousel = page.getByRole('group', { name: '5 cards, side by side' });
    await expect.element(carousel).toHaveAttribute('tabindex', '0');
    expect(carousel.element().scrollWidth).toBeGreaterThan(carousel.element().clientWidth);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(page.getByRole('log').element().scrollWidth).toBeLessThanOrEqual(320);
  });

  test('say when something in them cannot be shown', async () => {
    await renderConsole(richChat({ ...cards({ title: 'x' }), isPartial: true }));
    await expect.element(page.getByText('Part of this message cannot be shown here.')).toBeVisible();
  });

  test('are texts, whatever is written in them', async () => {
    const markup = '<img src=x onerror="alert(1)"><script>alert(1)</script>';
    const rich = cards({
      title: markup,
      text: `${markup} [x](javascript:alert(1))`,
      parts: [{ type: 'text', text: markup }],
    });
    await renderConsole(richChat({ ...rich, text: markup }));
    await vi.waitFor(() =>
      expect(document.querySelector('.rich-card')?.textContent).toContain('[x](javascript:alert(1))'),
    );
    expect(document.querySelectorAll('main img, main script, .rich a')).toHaveLength(0);
  });
});

describe('an answer', () => {
  const orderM = cards({ title: 'M', acts: [{ type: 'say', text: 'Order M' }] });
  const texts = (scene: ReturnType<typeof richChat>) =>
    scene.session.getState().outbox.map(({ text }) => text);

  test.each([
    ['a quick reply', yesOrNo, 'Yes', 'Yes'],
    ['a choice', problems, 'My bill', 'It is about my bill'],
    ['a button of a card', orderM, 'Order M', 'Order M'],
  ])('goes once, however fast it is pressed: %s', async (_, rich, name, text) => {
    const scene = richChat(rich);
    await renderConsole(scene);
    await expect.element(button(name)).toBeVisible();
    const element = button(name).element() as HTMLElement;
    // in one task: not even what is drawn can have changed in between
    element.click();
    element.click();
    expect(texts(scene)).toEqual([text]);
  });

  test('can be given again by a card once it has arrived', async () => {
    const scene = richChat(orderM);
    await renderConsole(scene);
    await userEvent.click(button('Order M'));
    scene.receive(said(4, me, 'Order M', { answers: 3 }));
    await userEvent.click(button('Order M'));
    expect(scene.effects.filter(({ type }) => type === 'send')).toHaveLength(2);
  });

  test('waits for the line in an outage, and shows as chosen meanwhile', async () => {
    const scene = richChat(problems);
    scene.dispatch({ type: 'wentOffline' });
    await renderConsole(scene);
    await userEvent.click(button('My phone'));
    expect(scene.effects.filter(({ type }) => type === 'send')).toHaveLength(0);
    expect(texts(scene)).toEqual(['My phone']);
    await expect.element(page.getByRole('button', { name: 'My phone chosen' })).toBeVisible();
  });

  test.each([
    ['after the end of the chat', { type: 'received', batch: batch([], true) }],
    ['where another window has the chat', { type: 'holdTaken' }],
  ] as const)('cannot be given %s', async (_, fact) => {
    const scene = openChat(
      happened('joined', 1, nora),
      said(3, nora, 'x', { rich: problems }),
      said(4, nora, 'x', { rich: orderM }),
      said(5, nora, 'x', { rich: yesOrNo }),
    );
    scene.dispatch(fact);
    await renderConsole(scene);
    for (const name of ['My bill', 'My phone', 'Order M']) {
      await expect.element(button(name)).toHaveAttribute('aria-disabled', 'true');
      (button(name).element() as HTMLElement).click();
    }
    await expect.element(button('Yes')).not.toBeInTheDocument();
    expect(texts(scene)).toEqual([]);
  });
});

describe('what nobody means well', () => {
  test('labels that turn the direction leave the host as it is', async () => {
    const acts = [{ type: 'open', url: 'https://evil.test/' }] as const;
    await renderConsole(
      richChat(cards({ title: 'x', parts: [{ type: 'button', text: 'Bank \u202e', acts }] })),
    );
    await expect.element(page.getByRole('link', { name: /Bank/ })).toBeVisible();
    const [label, host] = document.querySelectorAll('.rich a bdi');
    expect([label?.textContent, host?.textContent]).toEqual(['Bank \u202e', 'evil.test']);
  });

  test('a choice without words is named by its picture', async () => {
    const image = { url: 'https://cdn.test/a.png', alt: 'A blue phone' };
    await renderConsole(richChat({ ...problems, kind: 'choice', cards: [card({ image })] }));
    await expect.element(page.getByRole('button', { name: /A blue phone/ })).toBeVisible();
  });

  test('thirty cards of thirty buttons with endless words stay within the window', async () => {
    await page.viewport(320, 640);
    const text = 'W'.repeat(4_000);
    const parts = Array.from(
      { length: 30 },
      () => ({ type: 'button', text, acts: [{ type: 'say', text }] }) as const,
    );
    const many = Array.from({ length: 30 }, () => ({ title: text, parts }));
    await renderConsole(richChat(cards(...many)));
    await vi.waitFor(() => expect(document.querySelectorAll('.rich .button')).toHaveLength(900));
    expect(page.getByRole('log').element().scrollWidth).toBeLessThanOrEqual(320);
  });
});

describe('Markdown', () => {
  const text = '**Two** ways:\n- [prices](https://a.test/p)\n- <b>none</b>';
  const markdown = { chat: { ...SHELL_SETTINGS.chat, markdown: true } };

  test('of others is formatted where the site asked for it, what the visitor wrote is not', async () => {
    await renderConsole(openChat(said(1, maria, text), said(2, me, '**mine**')), markdown);
    await expect
      .element(page.getByRole('link', { name: 'prices (a.test)' }))
      .toHaveAttribute('href', 'https://a.test/p');
    const bubbles = [...document.querySelectorAll('.bubble')];
    expect(bubbles[0]?.querySelector('strong')?.textContent).toBe('Two');
    expect(bubbles[0]?.querySelectorAll('b')).toHaveLength(0);
    expect(bubbles[1]?.textContent).toBe('**mine**');
  });

  test('is text otherwise', async () => {
    await renderConsole(openChat(said(1, maria, '**Two** ways')));
    await expect.element(page.getByText('**Two** ways')).toBeVisible();
  });

  test('becomes elements of its own kinds, and nothing else', async () => {
    const all =
      '# Plans\n> *Nordic* ~~XL~~\n\n```\nGET /x\n```\n1. `one`\n   - two\n\n<script>alert(1)</script>';
    await renderConsole(openChat(said(1, maria, all)), markdown);
    const bubble = page.getByRole('log').getByRole('listitem').first().element();
    await vi.waitFor(() => expect(bubble.querySelector('.formatted')).not.toBeNull());
    for (const tag of [
      'p > strong',
      'blockquote em',
      'blockquote s',
      'pre > code',
      'ol > li > p > code',
      'ol ul > li',
    ])
      expect(bubble.querySelectorAll(tag), tag).toHaveLength(1);
    expect(bubble.querySelectorAll('h1, script')).toHaveLength(0);
    expect(bubble.textContent).toContain('<script>alert(1)</script>');
  });

  test.each([
    ['https://bank.test', 'https://bank.test (evil.test)'],
    ['evil.test.bank.test', 'evil.test.bank.test (evil.test)'],
    ['evil.test/login', 'evil.test/login'],
    ['Your bank', 'Your bank (evil.test)'],
  ])('names the host of a link unless its words are just that: %s', async (words, name) => {
    await renderConsole(openChat(said(1, maria, `[${words}](https://evil.test/login)`)), markdown);
    await expect.element(page.getByRole('link', { name, exact: true })).toBeVisible();
  });

  test('loads pictures from allowed origins only', async () => {
    const pictures = '![Fjord](https://cdn.test/f.png) and ![Spy](https://tracker.test/s.png)';
    await renderConsole(openChat(said(1, maria, pictures)), {
      ...markdown,
      imageOrigins: ['https://cdn.test'],
    });
    await expect
      .element(page.getByRole('link', { name: 'Picture on tracker.test' }))
      .toHaveAttribute('href', 'https://tracker.test/s.png');
    // one that could not be loaded by now has made place for its words
    for (const picture of document.querySelectorAll<HTMLImageElement>('.formatted img'))
      expect(picture.src).toBe('https://cdn.test/f.png');
    expect(document.querySelector('.formatted')?.textContent).toContain('Spy');
  });
});
