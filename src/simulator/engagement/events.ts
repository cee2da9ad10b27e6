import type { Answer, Desk, DeskHandler } from './desk.ts';
import type { TrackedEvent } from './engagement.ts';
import { emptyReply } from '../wire/reply.ts';
import { isId } from './desk.ts';
import { membersOf, parseJson } from './readJson.ts';
import { decideEngagement } from './strategy.ts';
import { noteEvent, noteInvitation, visitOf } from './visits.ts';

/**
 * `POST …/data/event`: what a tracker saw (protocol/gwe-engagement.md §4.5). The path is ours: no source names the
 * real one. Any content type will do, so that a page that goes away needs no preflight.
 */
export const trackEvent: DeskHandler = (desk, { body }): Answer => {
  const read = parseJson(body);
  const event = 'value' in read ? eventIn(read.value) : null;
  if (event === null) return { reply: emptyReply(400) };
  noteEvent(desk.state, event);
  void engageAfter(desk, event);
  const { visitID, eventName, pageID, url, data } = event;
  const title = typeof data['title'] === 'string' && { title: data['title'] };
  return { reply: emptyReply(), visitID, facts: { eventName, ...title, visitID, pageID, url } };
};

/** Runs the strategy, and sends what it decides if the visitor is still on that page. */
async function engageAfter(desk: Desk, event: TrackedEvent): Promise<void> {
  const { state, clock, settings } = desk;
  const messages = decideEngagement(visitOf(state, event.visitID), event);
  if (messages === null) return;
  await clock.sleep(settings.strategyDelayMs);
  const { pages, invitations } = visitOf(state, event.visitID);
  if (invitations > 0 || pages.at(-1)?.pageID !== event.pageID) return;
  noteInvitation(state, event.visitID);
  desk.notify(event.visitID, messages);
}

function eventIn(value: unknown): TrackedEvent | null {
  const { eventName, visitID, pageID, url, data } = membersOf(value);
  if (typeof eventName !== 'string' || eventName === '') return null;
  if (typeof visitID !== 'string' || !isId(visitID) || typeof pageID !== 'string' || !isId(pageID))
    return null;
  return { eventName, visitID, pageID, url: typeof url === 'string' ? url : '', data: membersOf(data) };
}
