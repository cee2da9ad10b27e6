import type { WireCall } from '../mocks/wireNews.ts';
import { make } from './make.ts';

/** What Web Engagement lets an agent see beside the chat. */
const IDS = ['visitID', 'pageID', 'webengagement'];

/** Draws what an agent has in front of them: the data of the newest interaction, and the pages of that visit. */
export function drawAgentView(place: HTMLElement, calls: readonly WireCall[]): void {
  const attached = attachedData(calls);
  if (attached === null) {
    place.replaceChildren(make('p', 'quiet', 'No chat and no call yet.'));
    return;
  }
  const names = [...new Set([...IDS, ...Object.keys(attached)])];
  const facts = names.flatMap((name) => [
    make('dt', '', name),
    make('dd', name in attached ? '' : 'quiet', worded(attached[name])),
  ]);
  const pages = calls.filter(
    ({ facts }) => facts['eventName'] === 'PageEntered' && facts['visitID'] === attached['visitID'],
  );
  const history = [
    make('h3', '', 'Pages of this visit'),
    make('ol', '', ...pages.map(({ facts }) => make('li', '', facts['title'] ?? ''))),
  ];
  place.replaceChildren(make('dl', '', ...facts), ...(pages.length > 0 ? history : []));
}

/** What the newest start attached, and what was added to it later. */
function attachedData(calls: readonly WireCall[]): Readonly<Record<string, string>> | null {
  const start = calls.findLastIndex(
    ({ wire, what }) => wire === 'GMS' && (what === 'start' || what === 'create'),
  );
  if (start < 0) return null;
  const first = calls
    .slice(0, start + 1)
    .findLastIndex(({ wire, what }) => wire === 'GMS' && what === 'start');
  const told = calls.slice(first < 0 ? start : first).filter(({ wire }) => wire === 'GMS');
  return Object.fromEntries(told.flatMap(({ facts }) => Object.entries(facts)));
}

function worded(value: string | undefined): string {
  if (value === undefined) return 'not attached';
  return value === '' ? '(empty, as it must be)' : value;
}
