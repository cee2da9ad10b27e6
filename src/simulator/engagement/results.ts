import type { Answer, Desk, DeskHandler } from './desk.ts';
import { emptyReply, jsonReply } from '../wire/reply.ts';
import { fieldOf, filledField } from '../wire/fields.ts';
import { isId } from './desk.ts';
import { noteResult } from './visits.ts';

/** `GET …/data/invites`: what became of an invitation, as Genesys Widgets report it. Source: genesys-widgets-observed.md. */
export const invites: DeskHandler = (desk, { query }) =>
  noted(desk, fieldOf(query, 'visitID'), {
    result: filledField(query, 'result'),
    media: fieldOf(query, 'media'),
    pageID: fieldOf(query, 'pageID'),
  });

/** `GET …/data/notification/result/{visitID}`: the working convention. Source: protocol/gwe-engagement.md §2.5. */
export const notificationResult: DeskHandler = (desk, { rest, query }) =>
  noted(desk, rest, { result: filledField(query, 'result'), media: '', pageID: fieldOf(query, 'page') });

/** `GET …/data/pacing/reactiveState`: how probably one more chat from a button should be allowed. Source: §6.5. */
export const reactiveState: DeskHandler = ({ settings }, { query }) => {
  const channel = filledField(query, 'channel');
  if (channel === undefined) return { reply: jsonReply({}, 400) };
  return { reply: jsonReply({ reactiveState: settings.reactiveState }), facts: { channel } };
};

type Told = Readonly<Record<'result' | 'media' | 'pageID', string | undefined>>;

function noted(
  { state }: Desk,
  visitID = '',
  { result = '', media = '', pageID = '' }: Told = { result: '', media: '', pageID: '' },
): Answer {
  if (!isId(visitID) || result === '') return { reply: emptyReply(400) };
  noteResult(state, visitID, { result, media, pageID });
  const facts = { result, ...(media !== '' && { media }), ...(pageID !== '' && { pageID }) };
  return { reply: emptyReply(), visitID, facts };
}
