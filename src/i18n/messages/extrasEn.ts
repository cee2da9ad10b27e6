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

  // numbers of cards and accounts
  'numbers.question.card': 'Send this card number?',
  'numbers.question.iban': 'Send this account number?',
  'numbers.warning': 'Everybody who can read this chat will see it. Nothing has been sent yet.',
  'numbers.change': 'Change the message',
  'numbers.send': 'Send anyway',
  'numbers.mask.card': 'The card number was covered before your message was sent.',
  'numbers.mask.iban': 'The account number was covered before your message was sent.',
  'numbers.block.card': 'Not sent: there is a card number in it. Take it out to send the rest.',
  'numbers.block.iban': 'Not sent: there is an account number in it. Take it out to send the rest.',
} as const satisfies Words;
