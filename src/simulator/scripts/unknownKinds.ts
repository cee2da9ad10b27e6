import { awaitVisitor, compose, emit, forever, join, notice, say, wait } from './compose.ts';

/** Kinds of events that no document names, and known ones with odd contents. Source: gms-chat.md TV-15, TV-33. */
export const unknownKinds = compose(
  wait(300),
  join('Maria Olsen'),
  say('Before the unknown.'),
  emit({ type: 'HologramStarted', text: 'wave', eventAttributes: { structured: { x: [1, 2] } } }),
  emit({ type: 'ParticipantTeleported' }),
  emit({ type: 'constructor', text: 'a kind named like a property' }),
  emit({ type: '', text: 'a kind without a name' }),
  emit({ type: 'Structured', text: 'Rich content of a kind that does not exist yet.' }),
  emit({
    type: 'Message',
    text: 'The plain words of a broken rich message.',
    eventAttributes: { 'structured-content': { 'genesys-chat': { content: '{broken' } } },
  }),
  notice('some-internal-keyword'),
  notice('The office in Bergen is closed today.'),
  say('After the unknown.'),
  forever(awaitVisitor(), say('Still here.')),
);
