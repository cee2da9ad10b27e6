import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRich as readRow } from '../../src/gms/chatV2/readRich.ts';
import { richRows } from '../../src/gms/chatV2/richRows.ts';
import { withRich } from '../../src/gms/chatV2/withRich.ts';
import type { ChatEvent } from '../../src/session/chatEvent.ts';
import { batch, maria, said } from '../session/samples.ts';

const rich = (content: unknown, more: object = {}) => ({
  type: 'Message',
  index: 3,
  text: 'plain words',
  eventAttributes: { 'structured-content': { 'genesys-chat': { content } } },
  ...more,
});
const readRich = (row: unknown) => {
  const [found] = richRows([row]);
  return found ? readRow(found) : null;
};
const ofKind = (contentType: string, ...content: readonly unknown[]) => rich({ contentType, content });
const cards = (row: unknown) => {
  const read = readRich(row);
  return read && read.kind !== 'quickReplies' ? read.cards : null;
};

describe('structured content', () => {
  const replies = { contentType: 'quick-replies', text: 'Sure?', content: [{ id: 'a', text: 'Yes' }] };

  test.each<[string, unknown]>([
    ['as an object', rich(replies)],
    ['as JSON text', rich(JSON.stringify(replies))],
    [
      'as JSON text in JSON text',
      rich(null, {
        eventAttributes: JSON.stringify({
          'structured-content': JSON.stringify({ 'genesys-chat': { content: replies } }),
        }),
      }),
    ],
    ['in the older form, on the event itself', { ...replies, type: 'Structured', index: 3 }],
  ])('is read %s', (_, row) => {
    expect(readRich(row)).toEqual({
      kind: 'quickReplies',
      text: 'Sure?',
      isPartial: false,
      replies: [{ text: 'Yes', image: null }],
    });
  });

  test.each<[string, unknown]>([
    ['broken JSON', rich('{"contentType":"quick-replies"')],
    ['a kind nobody knows', ofKind('hologram', { text: 'wave' })],
    ['no kind', rich({ content: [{ text: 'Yes' }] })],
    ['a kind that every object has', ofKind('constructor', {})],
    ['nothing in it', ofKind('generic')],
    ['content that is no list', rich({ contentType: 'generic', content: { title: 'x' } })],
    ['entries that are nothing', ofKind('quick-replies', null, 3, '', [], { text: 5 })],
    ['no row at all', null],
  ])('with %s leaves the words of the message', (_, row) => {
    expect(readRich(row)).toBeNull();
  });

  test.each([
    ['generic', 1, 'cards list'],
    ['generic', 2, 'cards carousel'],
    ['carousel', 3, 'cards carousel'],
    ['LIST-VERTICAL', 2, 'cards list'],
    ['attachments', 2, 'cards list'],
    ['single-selection-list', 2, 'choice '],
  ])('%s with %i entries is shown as "%s"', (kind, count, shown) => {
    const read = readRich(ofKind(kind, ...Array.from({ length: count }, () => ({ title: 'x' }))));
    expect(`${read?.kind} ${read && 'arrangement' in read ? read.arrangement : ''}`).toBe(shown);
  });

  test('of a card is its title, words, picture, and what it and its components do', () => {
    const entry = {
      id: '1',
      title: 'Nordic M',
      desc: '**20 GB**',
      image: { url: 'https://a.test/m.png' },
      imageText: 'A phone',
      video: 'https://a.test/m.mp4',
      actions: { url: 'https://a.test/m', textback: 'M' },
      components: [
        { type: 'text', text: 'from 9 €' },
        { type: 'image', image: 'https://a.test/c.png' },
        { type: 'button', text: 'Order', actions: { textback: 'Order M' } },
        { type: 'link', text: 'Prices', actions: { url: 'https://a.test/p' } },
      ],
    };
    expect(cards(ofKind('generic', entry))).toEqual([
      {
        title: 'Nordic M',
        text: '**20 GB**',
        image: { url: 'https://a.test/m.png', alt: 'A phone' },
        acts: [
          { type: 'say', text: 'M' },
          { type: 'open', url: 'https://a.test/m' },
        ],
        parts: [
          { type: 'text', text: 'from 9 €' },
          { type: 'image', image: { url: 'https://a.test/c.png', alt: '' } },
          { type: 'button', text: 'Order', acts: [{ type: 'say', text: 'Order M' }] },
          { type: 'button', text: 'Prices', acts: [{ type: 'open', url: 'https://a.test/p' }] },
          { type: 'button', text: '', acts: [{ type: 'open', url: 'https://a.test/m.mp4' }] },
        ],
      },
    ]);
  });

  test('of an attachment is its name and its address, and its picture when it is one', () => {
    const pdf = { filename: 'a.pdf', url: 'https://a.test/a.pdf' };
    const photo = { name: 'b.png', mediaType: 'Image', url: 'https://a.test/b.png' };
    expect(cards(ofKind('attachments', pdf, photo))).toMatchObject([
      { title: 'a.pdf', image: null, acts: [{ type: 'open', url: pdf.url }] },
      { title: 'b.png', image: { url: photo.url }, acts: [{ type: 'open', url: photo.url }] },
    ]);
  });

  test.each<[string, unknown]>([
    ['a command', { title: 'x', actions: { commandName: 'Callback.open' } }],
    [
      'a command in a component',
      { title: 'x', components: [{ type: 'button', actions: { commandName: 'a' } }] },
    ],
    ['markup', { title: 'x', html: '<b>' }],
    ['markup as a component', { title: 'x', components: [{ type: 'html', text: '<b>' }] }],
    ['something that is no entry', 7],
  ])('that holds %s is shown without it, and says so', (_, entry) => {
    const read = readRich(ofKind('generic', { title: 'kept' }, entry));
    expect(read?.isPartial).toBe(true);
    expect(JSON.stringify(read)).not.toMatch(/Callback|<b>/);
  });

  test('is bounded, however long it is', () => {
    const entry = {
      title: 't'.repeat(10_000),
      components: Array.from({ length: 100 }, () => ({ type: 'text', text: 'x' })),
    };
    const read = cards(ofKind('generic', ...Array.from({ length: 100 }, () => entry)));
    expect([read?.length, read?.[0]?.title.length, read?.[0]?.parts.length]).toEqual([30, 4_000, 30]);
  });

  test.each([
    ['10,000 replies', ofKind('quick-replies', ...Array.from({ length: 10_000 }, () => ({ text: 'Yes' })))],
    [
      'a card of 10,000 parts',
      ofKind('generic', { title: 'x', components: Array.from({ length: 10_000 }, () => ({ text: 'y' })) }),
    ],
  ])('says that something is missing when it is cut: %s', (_, row) => {
    expect(readRich(row)?.isPartial).toBe(true);
  });

  test.each([
    ['nested without end', rich('['.repeat(200_000))],
    ['nested without end, and closed', rich('['.repeat(200_000) + ']'.repeat(200_000))],
    [
      'named like what every object has',
      rich('{"__proto__":{"contentType":"generic","content":[{"title":"x"}]}}'),
    ],
  ])('is none when it is %s', (_, row) => {
    expect(readRich(row)).toBeNull();
  });

  test('never makes reading fail, whatever it is', () => {
    const content = fc.record({
      contentType: fc.constantFrom('generic', 'quick-replies', 'attachments'),
      content: fc.anything(),
    });
    fc.assert(fc.property(fc.oneof(content, fc.anything()), (value) => void readRich(rich(value))));
  });
});

describe('in an answer', () => {
  const reply = { contentType: 'quick-replies', text: 'Sure?', content: [{ text: 'Yes' }] };
  const signalled: ChatEvent = { type: 'signalled', text: '', index: 3, at: null, from: maria };
  const typeAndText = (events: readonly ChatEvent[]) =>
    events.map(
      (event) =>
        `${event.type} ${'text' in event ? event.text : ''} ${'rich' in event ? event.rich?.kind : ''}`,
    );

  test('it belongs to the event of its row, whose words stay', async () => {
    const { events } = await withRich(batch([said(2, maria, 'a'), said(3, maria, 'plain words')]), [
      {},
      rich(reply),
    ]);
    expect(typeAndText(events)).toEqual(['said a ', 'said plain words quickReplies']);
  });

  test('it is something said even when the message has no words of its own', async () => {
    const cardsOnly = rich(
      { contentType: 'generic', content: [{ title: 'M' }, { title: 'L' }] },
      { text: '' },
    );
    const { events } = await withRich(batch([signalled]), [cardsOnly]);
    expect(typeAndText(events)).toEqual(['said M\nL cards']);
  });

  test.each(['CustomNotice', 'PushUrl', undefined])('of type %s it is for programs', async (type) => {
    const { events } = await withRich(batch([signalled]), [rich(reply, { type })]);
    expect(events).toEqual([signalled]);
  });

  test('without any, the batch comes back as it was', async () => {
    const plain = batch([said(2, maria, 'a')]);
    expect(await withRich(plain, [{ type: 'Message', index: 2, text: 'a' }, null])).toBe(plain);
  });
});
