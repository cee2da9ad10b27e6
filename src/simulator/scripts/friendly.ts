import {
  awaitVisitor,
  compose,
  end,
  join,
  repeat,
  say,
  sayOneOf,
  transfer,
  typing,
  wait,
} from './compose.ts';

const GOODBYE = compose(
  typing(800),
  say('Thank you for chatting with Northwind Mobile. Have a lovely day!'),
  wait(500),
  end(),
);

const HELLO = compose(
  wait(300),
  join('Northwind Assistant', 'External'),
  say('Welcome to Northwind Mobile! We are finding someone for you, this usually takes a few seconds.'),
  wait(1700),
  join('Maria Olsen'),
  typing(1200),
  say('Hello, this is Maria Olsen from Northwind Mobile. Thanks for getting in touch!'),
  typing(1500),
  say('Roaming, bills, a new phone: I am happy to look into it with you.'),
  typing(900),
  say('What can I do for you today?'),
);

const ROAMING = compose(
  awaitVisitor(GOODBYE),
  wait(400),
  typing(1800),
  say('Good question. With the Nordic M plan you have 20 GB in the EU at no extra cost.'),
  typing(1200),
  say('All countries and prices are listed here: https://example.com/roaming'),
);

const TRANSFER = compose(
  awaitVisitor(GOODBYE),
  typing(1200),
  say('My colleague Jonas knows the details of that. I am putting you through, one moment please.'),
  wait(1000),
  transfer('Jonas Berg'),
  typing(1400),
  say('Hi, Jonas here. Maria told me what you talked about, so you need not repeat anything.'),
);

const SETTLED = compose(
  awaitVisitor(GOODBYE),
  typing(1600),
  say('Done! You will get a text message with the confirmation within ten minutes.'),
  typing(900),
  say('If there is nothing else, just say goodbye. Otherwise I am still here.'),
);

const SMALL_TALK = repeat(
  4,
  awaitVisitor(GOODBYE),
  wait(300),
  typing(1400),
  sayOneOf(
    'Of course, I have made a note of that for you.',
    'Let me check … yes, that works with your plan.',
    'I see. The change takes effect with your next bill, at no charge.',
    'Sure, take your time. I am not going anywhere.',
    'Understood. Shall I send you the details by e-mail as well?',
    'Good to know. That is already included in what you pay.',
  ),
);

/** The default: a greeting, two agents who answer, and an end when the visitor says goodbye or has said enough. */
export const friendly = compose(
  HELLO,
  ROAMING,
  TRANSFER,
  SETTLED,
  SMALL_TALK,
  awaitVisitor(GOODBYE),
  GOODBYE,
);
