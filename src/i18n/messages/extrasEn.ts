import type { Words } from '../catalogue.ts';

/** The words of what a chat may do besides texts. They come with the parts that say them. */
export const extrasEn = {
  // rich messages
  'rich.answers': 'Answers',
  'rich.choices': 'Choices',
  'rich.chosen': 'chosen',
  'rich.cards': { one: '{count} card', other: '{count} cards, side by side' },
  'rich.labelled': '{text} ({host})',
  'rich.picture': 'Picture on {host}',
  'rich.partial': 'Part of this message cannot be shown here.',
} as const satisfies Words;
