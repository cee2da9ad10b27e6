import type { Step } from './step.ts';
import { awaitVisitor, compose, emit, forever, join, say, wait } from './compose.ts';

const CARDS = [
  {
    id: 'nordic-m',
    title: 'Nordic M',
    desc: '**20 GB** in the EU, calls and texts *included*.',
    image: { url: 'https://pictures.example.net/nordic-m.png' },
    imageText: 'A phone in front of a fjord',
    components: [
      { type: 'button', text: 'Tell me more', actions: { textback: 'Tell me more about Nordic M' } },
      { type: 'link', text: 'Prices', actions: { url: 'https://example.com/nordic-m' } },
    ],
  },
  {
    id: 'nordic-l',
    title: 'Nordic L',
    desc: '**60 GB** and the whole world.',
    image: 'https://pictures.example.net/nordic-l.png',
    imageText: 'A suitcase',
    components: [
      { type: 'button', text: 'Tell me more', actions: { textback: 'Tell me more about Nordic L' } },
      { type: 'button', text: 'Compare', actions: { commandName: 'Compare.open', commandOptions: {} } },
    ],
  },
  { id: 'nordic-s', title: 'Nordic S', desc: 'For those who call.\n- 2 GB\n- calls and texts' },
];

const PROBLEMS = ['My bill', 'My phone', 'Something else'].map((title, id) => ({
  id: String(id),
  title,
  desc: id === 0 ? 'Amounts, due dates, payment' : '',
  actions: { textback: title },
}));

/** Every kind of rich message, in both places where servers put them. Source: genesys-widgets-observed.md. */
export const rich = compose(
  wait(300),
  join('Nora', 'External', true),
  structured('single-selection-list', 'What is it about?', PROBLEMS),
  awaitVisitor(),
  structured('generic', 'These plans might suit you:', CARDS, true),
  awaitVisitor(),
  structured('list-vertical', 'Good to know:', [
    {
      id: 'a',
      title: 'Roaming',
      desc: 'Where your plan works',
      actions: { url: 'https://example.com/roaming' },
    },
    { id: 'b', title: 'Not an address', actions: { url: 'javascript:alert(1)' } },
    { id: 'c', type: 'html', html: '<marquee>Buy!</marquee>' },
  ]),
  structured('attachments', '', [
    { id: 'd', filename: 'price-list.pdf', url: 'https://example.com/price-list.pdf' },
  ]),
  older('quick-replies', 'Did that help?', [
    { id: 1, type: 'quick-reply', action: 'message', text: 'Yes' },
    { id: 2, type: 'quick-reply', action: 'message', text: 'No' },
  ]),
  awaitVisitor(),
  structured('hologram', 'A kind that nobody knows yet.', [{}]),
  forever(awaitVisitor(), say('Thank you, that is noted.')),
);

/** The current form; `asText`: as JSON text, which some servers send. */
function structured(contentType: string, text: string, content: readonly object[], asText = false): Step {
  const value = { contentType, ...(text === '' ? {} : { text }), content };
  return emit({
    type: 'Message',
    text: `${text || 'Here it is:'} ${content.map(nameOf).join(', ')}`.trim(),
    eventAttributes: {
      'structured-content': { 'genesys-chat': { content: asText ? JSON.stringify(value) : value } },
    },
  });
}

/** The older form: on the event itself. */
function older(contentType: string, text: string, content: readonly object[]): Step {
  return emit({ type: 'Structured', text, contentType, content });
}

function nameOf(entry: object): string {
  return 'title' in entry ? String(entry.title) : 'text' in entry ? String(entry.text) : '';
}
