import { awaitVisitor, compose, forever, join, say, share, typing, wait } from './compose.ts';

/** One page with one line: small enough to stand here. */
const PDF = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 120]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj',
  '4 0 obj<</Length 47>>stream',
  'BT /F 14 Tf 20 60 Td (Your plan: Nordic M) Tj ET',
  'endstream endobj',
  '5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
  'trailer<</Root 1 0 R>>',
].join('\n');

/** Files from the agent, and an agent who waits for one from the visitor. */
export const files = compose(
  wait(300),
  join('Maria Olsen'),
  say('Here is the plan we talked about.'),
  share('your plan.pdf', PDF),
  share('<b>form</b> \u202efdp.exe', 'MZ'),
  say('Could you send me a picture of the invoice?'),
  forever(awaitVisitor(), wait(400), typing(800), say('Thank you, I have it in front of me.')),
);
