import { drawAgentView } from './agentView.ts';
import { make } from './make.ts';
import { drawStory } from './story.ts';
import { tryOutButtons } from './tryOut.ts';
import { beginAnew, playVariant, variantChoice } from './variants.ts';
import { drawWires } from './wireList.ts';
import { asLines, watchWires } from './wires.ts';

/** Beside the shop: what happens behind it, and every way into the console. No shop would have this. */
const story = make('ol', 'story');
const agent = make('div', 'agent');
const wires = make('ol', 'wires');

playVariant();
document.body.append(desk());
watchWires((calls) => {
  drawStory(story, calls);
  drawAgentView(agent, calls);
  drawWires(wires, asLines(calls));
});

function desk(): HTMLElement {
  const anew = make('button', '', 'Begin anew');
  anew.type = 'button';
  anew.addEventListener('click', () => beginAnew());
  const details = make(
    'details',
    '',
    make('summary', '', 'Behind the scenes'),
    part('The story', story, make('div', 'row', variantChoice(), anew)),
    part('What the agent sees', agent),
    part(
      'Try it out',
      make('div', 'row', ...tryOutButtons()),
      make('p', 'quiet', 'A visit gets one invitation. Begin anew for another.'),
    ),
    part('On the wire', wires),
  );
  // beside the page where there is room, below it and shut where there is none
  details.open = matchMedia('(width >= 70rem)').matches;
  const aside = make('aside', 'desk', details);
  aside.ariaLabel = 'Behind the scenes';
  return aside;
}

function part(title: string, ...content: readonly HTMLElement[]): HTMLElement {
  return make('section', '', make('h2', '', title), ...content);
}
