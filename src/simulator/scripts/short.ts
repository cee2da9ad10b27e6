import type { Step } from './step.ts';
import {
  awaitVisitor,
  burst,
  compose,
  confer,
  echo,
  end,
  forever,
  idleAlert,
  join,
  notice,
  pushUrl,
  rename,
  say,
  transfer,
  typing,
  wait,
} from './compose.ts';

/** An agent who joins and never writes. */
export const quiet = compose(wait(1000), join('Maria Olsen'));

/** A long queue: the greeting, and then nobody. */
export const nobody = compose(
  wait(300),
  join('Northwind Assistant', 'External'),
  say('All our colleagues are busy right now. Please stay in the chat, we have not forgotten you.'),
);

/** Two agents, a supervisor, a change of name, a pushed page, words among agents that the visitor does not see. */
export const transferred = compose(
  wait(500),
  join('Maria Olsen'),
  say('Hello, Maria from Northwind Mobile here.'),
  notice('{"kind":"case","id":4711}', 'CustomNotice'),
  pushUrl('https://example.com/help/transfer-your-number'),
  confer(3),
  wait(1000),
  say('I am handing you over to Jonas, who looks after number transfers.'),
  transfer('Jonas Berg'),
  typing(800),
  say('Hi, this is Jonas. I have read everything above.'),
  rename('Jonas B.'),
  join('Ingrid Dahl', 'Supervisor'),
  say('Ingrid here, I am helping Jonas today.', 'Ingrid Dahl'),
  forever(awaitVisitor(), typing(700), say('Thanks, that is noted.', 'Jonas B.')),
);

/** The agent joins, says one line and closes the chat. */
export const agentEnds = compose(
  wait(500),
  join('Maria Olsen'),
  say('Northwind Mobile is closing for today. Please come back tomorrow from 8 am.'),
  wait(500),
  end(),
);

/** Nobody writes: a warning, and then the end unless the visitor does something. */
export const idle = compose(
  wait(500),
  join('Maria Olsen'),
  say('Hello! Take your time, I am here.'),
  forever(wait(5000), idleAlert(20, 'Are you still there? This chat closes soon because nobody is writing.')),
);

/** An agent is there at once and repeats every word: for tests of sending. */
export const echoing = compose(join('Echo'), forever(awaitVisitor(), echo()));

/** A history that arrives in one answer. */
export function history(count: number): readonly Step[] {
  return compose(wait(300), join('Maria Olsen'), burst(count), forever(awaitVisitor(), echo()));
}
