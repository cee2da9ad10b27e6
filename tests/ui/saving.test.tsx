import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { happened, maria, me, NOON, said } from '../session/samples.ts';
import { openChat, renderConsole } from './renderConsole.tsx';

const markup = '<img src=x onerror="alert(1)">';

/** Chooses from the menu, and catches the file that comes of it. */
async function save(name: string): Promise<Readonly<{ file: string; text: string; type: string }>> {
  const made: Blob[] = [];
  const create = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) made.push(blob);
    return create(blob);
  });
  const files: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    files.push(this.download);
  });
  await userEvent.click(page.getByRole('button', { name: 'More options' }));
  await userEvent.click(page.getByRole('menuitem', { name, exact: true }));
  await vi.waitFor(() => expect(made).toHaveLength(1));
  return { file: files[0] ?? '', text: (await made[0]?.text()) ?? '', type: made[0]?.type ?? '' };
}

function scene() {
  const opened = openChat(
    happened('joined', 1, maria),
    said(2, maria, `Hello ${markup}`),
    said(3, me, 'Thank you'),
  );
  opened.receive({ type: 'urlPushed', index: 4, at: NOON, from: maria, url: 'https://shop.example/' });
  opened.dispatch({ type: 'sendRequested', key: 'k', text: 'Not there yet' });
  return opened;
}

test('the conversation is saved as text, with who said what and what did not get through', async () => {
  await renderConsole(scene(), { reference: '7F3K' });
  const { file, text, type } = await save('Save transcript');
  expect(file).toMatch(/^conversation-\d{4}-\d\d-\d\d-\d{4}\.txt$/);
  expect(type).toBe('text/plain;charset=utf-8');
  const lines = text.split('\n').map((line) => line.replace(/\d\d:\d\d/, 'hh:mm'));
  expect(lines[0]).toBe('Conversation with Maria');
  expect(lines).toContain('Reference: 7F3K');
  expect(lines.slice(-6, -1)).toEqual([
    '[hh:mm] – Maria joined the chat',
    `[hh:mm] Maria: Hello ${markup}`,
    '[hh:mm] You: Thank you',
    '[hh:mm] Maria: https://shop.example/',
    '[hh:mm] You: Not there yet (Sending)',
  ]);
});

test('the conversation is saved as a page in which every text is still a text', async () => {
  await renderConsole(scene());
  const { file, text } = await save('Save as web page');
  expect(file).toMatch(/^conversation-\d{4}-\d\d-\d\d-\d{4}\.html$/);
  const saved = new DOMParser().parseFromString(text, 'text/html');
  expect(saved.documentElement.lang).toBe('en');
  expect(saved.querySelector('main > h1')?.textContent).toBe('Conversation with Maria');
  expect(saved.querySelectorAll('img, script, link, a')).toHaveLength(0);
  expect([...saved.querySelectorAll('dd')].map((line) => line.textContent)).toEqual([
    'Maria joined the chat',
    `Hello ${markup}`,
    'Thank you',
    'https://shop.example/',
    'Not there yet',
  ]);
});

test.each(['Save transcript', 'Save as web page'])(
  'what cannot be seen and what turns the direction of other words stays out: %s',
  async (name) => {
    const spoof = { ...maria, name: 'Ma\u202eria\u0007' };
    const opened = openChat(
      happened('joined', 1, spoof),
      said(2, spoof, 'a\u0000b\u2066c\u001b[31m\r\nd\te'),
    );
    await renderConsole(opened);
    const { text } = await save(name);
    expect(text).not.toMatch(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u);
    expect(text).toContain('abc[31m\nd\te');
    expect(text).toContain('Conversation with Maria');
  },
);

test('a conversation in which nothing was said is saved, too', async () => {
  await renderConsole(openChat());
  expect((await save('Save transcript')).text).toMatch(/^Conversation with Customer care\n/);
});
