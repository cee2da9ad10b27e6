import type { WireCall } from '../mocks/wireNews.ts';
import { make } from './make.ts';

type Chapter = Readonly<{ title: string; hint: string; isDone: (calls: readonly WireCall[]) => boolean }>;

/** The chain of the owner's document, as an audience can follow it. */
const CHAPTERS: readonly Chapter[] = [
  {
    title: 'The visitor browses',
    hint: 'Open a second page of the shop.',
    isDone: (calls) => pagesIn(calls) > 1,
  },
  {
    title: 'The strategy sends an invitation',
    hint: 'It comes a moment after the second page.',
    isDone: (calls) => calls.some(({ what }) => what === 'notify'),
  },
  {
    title: 'The visitor answers it',
    hint: 'Accept it, decline it, or let it go.',
    isDone: (calls) => calls.some(({ what }) => what === 'result'),
  },
  {
    title: 'The console starts at GMS, with the ids of the visit',
    hint: 'Accept, or open the chat yourself.',
    isDone: (calls) => calls.some(({ facts, wire }) => wire === 'GMS' && 'visitID' in facts),
  },
];

/** Draws how far the story has come, and what to do next. */
export function drawStory(place: HTMLElement, calls: readonly WireCall[]): void {
  const next = CHAPTERS.find(({ isDone }) => !isDone(calls));
  place.replaceChildren(
    ...CHAPTERS.map((chapter) => {
      const isDone = chapter.isDone(calls);
      const item = make('li', isDone ? 'done' : '', chapter.title);
      if (isDone) item.append(make('span', 'state', 'done'));
      if (chapter === next) item.append(make('span', 'hint', chapter.hint));
      return item;
    }),
  );
}

function pagesIn(calls: readonly WireCall[]): number {
  return calls.filter(({ facts }) => facts['eventName'] === 'PageEntered').length;
}
