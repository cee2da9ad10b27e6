import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FileLimits } from '../../src/queries/loadFiles.ts';
import type { ChatEvent, Sender } from '../../src/session/chatEvent.ts';
import { ChatError } from '../../src/session/failure.ts';
import type { RichCard, RichContent } from '../../src/session/richContent.ts';
import type { UiSettings } from '../../src/ui/ConsoleModel.ts';
import { SHELL_SETTINGS } from '../../src/ui/ConsoleModel.ts';
import { batch, happened, maria, me, NOON, order, said } from '../session/samples.ts';
import type { Scene } from './renderConsole.tsx';
import { field, modelOf, openChat, openScene, renderConsole } from './renderConsole.tsx';
import { chooseFiles, dropFiles, picture, stubFiles } from './stubFiles.ts';

const nora: Sender = { id: '5', role: 'bot', name: 'Nora' };
const ingrid: Sender = { id: '6', role: 'supervisor', name: 'Ingrid' };
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** What a chat may do besides texts, each in the state in which it shows most. Resolves when all of it is there. */
export const EXTRA_STATES: Readonly<Record<string, () => Promise<void>>> = {
  'files may be sent': async () => {
    await showFiles(withAgent());
    await expect.element(button('Attach a file')).toHaveAccessibleDescription(/3 left$/);
  },
  'files are used up': async () => {
    await showFiles(withAgent(), { usedFiles: 3 });
    await expect.element(button('Attach a file')).toHaveAccessibleDescription(/^No more/);
  },
  'files chosen, with a preview, and refused': async () => {
    await chooseAll(picture(), picture(`${'very-'.repeat(20)}long.png`), new File(['x'], 'setup.exe'));
    await expect.element(page.getByText(/allowed are/)).toBeVisible();
  },
  'a file on its way, another waits': async () => {
    const files = await chooseAll(picture(), picture('second.png'));
    await userEvent.click(button('Send 2 files'));
    await expect.poll(() => files.uploads).toHaveLength(1);
    files.uploads[0]?.sent(0.6);
    await expect.element(page.getByText('Sending, 50 %')).toBeVisible();
  },
  'a file that failed and one that nobody knows of': async () => {
    const files = await chooseAll(picture(), picture('second.png'));
    await userEvent.click(button('Send 2 files'));
    await expect.poll(() => files.uploads).toHaveLength(1);
    files.uploads[0]?.reject(new ChatError({ kind: 'offline' }));
    await expect.poll(() => files.uploads).toHaveLength(2);
    files.uploads[1]?.reject(new ChatError({ kind: 'network' }));
    await expect.element(page.getByText(/cannot tell whether/)).toBeVisible();
  },
  'a file that the server refused': async () => {
    const files = await chooseAll(picture());
    await userEvent.click(button('Send 1 file'));
    await expect.poll(() => files.uploads).toHaveLength(1);
    files.uploads[0]?.reject(new ChatError({ kind: 'refused', code: 202 }));
    await expect.element(page.getByText(/at most 5 MB/)).toBeVisible();
  },
  'no files in this chat': async () => {
    const scene = openScene();
    const v1 = { api: 'v1', path: '/1/service/S1/ixn/chat', sessionId: 'C1', startedAt: NOON } as const;
    const opened = { events: [happened('joined', 1, maria)], isEnded: false, chat: v1 };
    scene.dispatch({ type: 'launched', order }, { type: 'chatOpened', batch: opened });
    await showFiles(scene);
    dropFiles(picture());
    await expect.element(page.getByText('Files cannot be sent in this chat.')).toBeVisible();
  },
  'files in the conversation': async () => {
    const removed = { type: 'fileRemoved', index: 7, at: NOON, from: me, fileId: 'f-4' } as const;
    await showFiles(
      withAgent(
        shared(2, maria, 'your plan.pdf'),
        shared(3, me, 'invoice.png'),
        shared(4, me, 'mistake.png'),
        shared(5, maria, `${'no-break'.repeat(16)}.pdf`),
        shared(6, maria, 'form <b>\u202efdp.exe'),
        removed,
      ),
    );
    await expect.element(button('Download invoice.png')).toBeVisible();
  },
  'one download left': async () => {
    await showFiles(withAgent(shared(2, maria, 'your plan.pdf')), { usedDownloads: 3 });
    await expect.element(page.getByText('1 download left')).toBeVisible();
  },
  'no downloads left': async () => {
    await showFiles(withAgent(shared(2, maria, 'your plan.pdf')), { usedDownloads: 4 });
    await expect.element(page.getByText('It cannot be downloaded any more.')).toBeVisible();
  },
  'a download that failed': async () => {
    const files = await showFiles(withAgent(shared(2, maria, 'your plan.pdf')));
    files.answers.download = new ChatError({ kind: 'network' });
    await userEvent.click(button('Download your plan.pdf'));
    await expect.element(page.getByText('It could not be downloaded. Try again.')).toBeVisible();
  },

  'quick replies': async () => {
    await show(withBot(YES_OR_NO));
    await expect.element(button('No, something else')).toBeVisible();
  },
  'a choice': async () => {
    await show(withBot(CHOICE));
    await expect.element(button(/^My phone/)).toBeVisible();
  },
  'a choice that was made': async () => {
    await show(withBot(CHOICE, said(4, me, 'My phone', { answers: 3 })));
    await expect.element(button(/chosen$/)).toBeVisible();
  },
  'cards side by side': async () => {
    await show(withBot({ ...CARDS, kind: 'cards', arrangement: 'carousel' }));
    await expect.element(page.getByRole('group', { name: /side by side/ })).toBeVisible();
  },
  'cards one below the other, a part left out': async () => {
    await show(withBot({ ...CARDS, kind: 'cards', arrangement: 'list', isPartial: true }));
    await expect.element(page.getByText('Part of this message cannot be shown here.')).toBeVisible();
  },
  'rich messages after the end': async () => {
    const scene = withBot(
      CHOICE,
      said(4, nora, '', { rich: { ...CARDS, kind: 'cards', arrangement: 'list' } }),
    );
    scene.dispatch({ type: 'received', batch: batch([], true) });
    await show(scene);
    await expect.element(button('Order').first()).toHaveAttribute('aria-disabled', 'true');
  },
  'a rich message of an unknown kind': async () => {
    await show(openChat(happened('joined', 1, nora), said(2, nora, 'A kind that nobody knows yet.')));
    await expect.element(page.getByText('A kind that nobody knows yet.')).toBeVisible();
  },
  'a message with Markdown': async () => {
    await show(openChat(happened('joined', 1, maria), said(2, maria, MARKDOWN)), MARKDOWN_ON);
    await expect.element(page.getByRole('link', { name: 'Prices (example.com)' })).toBeVisible();
  },

  'the emoji picker': async () => {
    await show(withAgent());
    await userEvent.click(button('Insert an emoji'));
    await expect.element(page.getByRole('grid')).toBeVisible();
  },
  'a card number that is asked about': async () => {
    await write('My card is 4111 1111 1111 1111', {});
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
  },
  'a card number that was covered': async () => {
    await write('My card is 4111 1111 1111 1111', { sensitiveNumbers: 'mask' });
    await expect.element(page.getByText(/was covered/)).toBeVisible();
  },
  'a card number that is kept back': async () => {
    await write('My card is 4111 1111 1111 1111', { sensitiveNumbers: 'block' });
    await expect.element(page.getByText(/^Not sent: there is a card number/)).toBeVisible();
  },
  'a draft that is seen': async () => {
    await show(withAgent(), { chat: { ...SHELL_SETTINGS.chat, typingPreview: true } });
    await expect.element(page.getByText('What you write can be seen', { exact: false })).toBeVisible();
  },
  'notifications are offered': async () => {
    await show(withAgent(), { features: { ...SHELL_SETTINGS.features, notifications: true } });
    await userEvent.click(button('More options'));
    await expect.element(page.getByRole('menuitem', { name: 'Notifications' })).toBeVisible();
  },
  'a bot, a supervisor who writes, a page that was pushed': async () => {
    const url = 'https://shop.example/plans/nordic?from=chat&a=1';
    await show(
      openChat(
        happened('joined', 1, nora),
        said(2, nora, 'Hi, I am Nora.'),
        happened('left', 3, nora),
        happened('joined', 4, maria),
        happened('joined', 5, ingrid),
        said(6, ingrid, 'Ingrid here, I am helping Maria today.'),
        { type: 'urlPushed', index: 7, at: NOON + 7_000, from: maria, url },
        { type: 'urlPushed', index: 8, at: NOON + 8_000, from: maria, url: 'javascript:alert(1)' },
      ),
    );
    await expect.element(page.getByRole('link', { name: /^Open shop.example/ })).toBeVisible();
  },
};

const MARKDOWN_ON = { chat: { ...SHELL_SETTINGS.chat, markdown: true } };
const MARKDOWN = [
  '# Two plans',
  '**Nordic M** with *20 GB*, ~~29 €~~ 25 €. [Prices](https://example.com/prices)',
  '1. Call `*100#`',
  '2. Then choose',
  '   - *Plan*, or',
  '   - *Extras*',
  '',
  '> Can I keep my number?',
  '',
  'Yes. ![A map](https://maps.example/eu.png)',
  '```',
  'PUK 1234-5678-very-long-line-of-text-that-does-not-fit-into-a-small-window',
  '```',
].join('\n');

const NO_PARTS = { image: null, acts: [], parts: [] } as const;
const YES_OR_NO: RichContent = {
  kind: 'quickReplies',
  text: 'Is this about an invoice?',
  isPartial: false,
  replies: ['Yes', 'No, something else', 'I would rather talk to somebody who knows about all of this'].map(
    (text) => ({ text, image: null }),
  ),
};
const CHOICE: RichContent = {
  kind: 'choice',
  text: 'What is it about?',
  isPartial: false,
  cards: [
    { ...NO_PARTS, title: 'My bill', text: 'Amounts, due dates, payment' },
    { ...NO_PARTS, title: 'My phone', text: '', image: { url: `${location.origin}/none.png`, alt: '' } },
    { ...NO_PARTS, title: 'Something else', text: '' },
  ],
};
const PLAN: RichCard = {
  title: 'Nordic M',
  text: '**20 GB** in the EU, calls and texts *included*.',
  image: { url: 'https://pictures.example/m.png', alt: 'A phone in front of a fjord' },
  acts: [],
  parts: [
    { type: 'button', text: 'Order', acts: [{ type: 'say', text: 'Order Nordic M' }] },
    { type: 'button', text: 'Prices', acts: [{ type: 'open', url: 'https://example.com/nordic-m' }] },
    { type: 'button', text: 'Odd', acts: [{ type: 'open', url: 'javascript:alert(1)' }] },
  ],
};
const CARDS = {
  text: 'These plans might suit you:',
  isPartial: false,
  cards: [
    PLAN,
    { ...PLAN, title: 'Nordic L and a title that goes on and on' },
    { ...PLAN, title: 'Nordic S', parts: [] },
  ],
};

function withAgent(...events: readonly ChatEvent[]): Scene {
  return openChat(happened('joined', 1, maria), ...events);
}

function withBot(rich: RichContent, ...events: readonly ChatEvent[]): Scene {
  return openChat(happened('joined', 1, nora), said(3, nora, 'The plain words.', { rich }), ...events);
}

function shared(index: number, from: Sender, name: string): ChatEvent {
  const at = NOON + index * 1_000;
  return { type: 'fileShared', index, at, from, fileId: `f-${index}`, name, size: 48_200 };
}

async function show(scene: Scene, settings: Partial<UiSettings> = {}): Promise<void> {
  await renderConsole(scene, settings);
}

async function showFiles(scene: Scene, limits: Partial<FileLimits> = {}) {
  const files = stubFiles(limits);
  await renderConsole(scene, {}, { ...modelOf(scene), loadFiles: files.load });
  return files;
}

async function chooseAll(...chosen: readonly File[]) {
  const files = await showFiles(withAgent());
  await expect.element(button('Attach a file')).toHaveAccessibleDescription(/3 left$/);
  chooseFiles(...chosen);
  await expect.element(button(/^Send \d file/)).toBeVisible();
  return files;
}

async function write(text: string, chat: Partial<UiSettings['chat']>): Promise<void> {
  await show(withAgent(), { chat: { ...SHELL_SETTINGS.chat, ...chat } });
  await userEvent.fill(field(), text);
  await userEvent.keyboard('{Enter}');
}
