import type { Step } from './step.ts';
import { awaitVisitor, compose, emit, end, join, leave, say, typing, wait } from './compose.ts';

/** A bot that asks with quick replies and hands over to an agent. Source: protocol/gms-chat.md §5.2, §5.4, TV-35. */
export const bot = compose(
  wait(300),
  join('Nora', 'External', true),
  say('Hi, I am Nora, the digital assistant of Northwind Mobile.'),
  quickReplies('Is this about an invoice?', 'Yes', 'No'),
  awaitVisitor(),
  quickReplies('Shall I get a colleague for you?', 'Yes, please', 'No, thanks'),
  awaitVisitor(),
  say('One moment please.'),
  leave('Nora'),
  join('Maria Olsen'),
  typing(1200),
  say('Hello, Maria here. I can see what you told Nora.'),
  awaitVisitor(),
  typing(1200),
  say('All right, that is settled. Goodbye!'),
  wait(500),
  end(),
);

function quickReplies(text: string, ...answers: readonly string[]): Step {
  const content = {
    contentType: 'quick-replies',
    text,
    content: answers.map((answer, id) => ({ id: `q${id}`, text: answer })),
  };
  return emit({
    type: 'Message',
    text: `${text} Answer: ${answers.join(' or ')}.`,
    eventAttributes: { 'structured-content': { 'genesys-chat': { content: JSON.stringify(content) } } },
  });
}
