import type { Answer, Desk } from './desk.ts';
import type { Engagement, Resource, Step, StepName } from './engagement.ts';
import type { EngagementSettings } from './engagementSettings.ts';
import type { GmsReply, GmsRequest, SimClock } from '../gms.ts';
import { openToOrigin, preflightReply } from '../wire/cors.ts';
import { emptyReply } from '../wire/reply.ts';
import { findEngagementRoute } from './engagementRoutes.ts';
import { ENGAGEMENT_DEFAULTS } from './engagementSettings.ts';
import { createListeners } from './listeners.ts';
import { freshVisits, restoredVisits } from './visits.ts';

/** So many steps are kept. */
const KEPT = 500;

export type EngagementOptions = Partial<EngagementSettings> &
  Readonly<{
    clock: SimClock;
    /** the same seed gives the same ids */
    seed?: number;
    /** of another one, to go on where it stood; one that cannot be read is left aside */
    snapshot?: string | null;
  }>;

/** Web Engagement's server in one piece, with the strategy that would run in Orchestration. */
export function createEngagement(options: EngagementOptions): Engagement {
  const { clock, seed = 1, snapshot = null, ...given } = options;
  const settings: EngagementSettings = { ...ENGAGEMENT_DEFAULTS, ...given };
  const state = (snapshot === null ? null : restoredVisits(snapshot)) ?? freshVisits(seed);
  const resources = new Map<string, Resource>();
  const steps: Step[] = [];

  const desk: Desk = {
    state,
    settings,
    clock,
    resources,
    listeners: createListeners(clock, settings),
    notify(visitID, messages) {
      void handle({
        method: 'POST',
        url: `/server/data/notification/notify/${visitID}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(messages),
      });
    },
  };

  async function handle(request: GmsRequest): Promise<GmsReply> {
    if (request.method === 'OPTIONS') return open(preflightReply(), request);
    const at = clock.now();
    const { pathname, searchParams } = new URL(request.url, 'http://gwe.invalid');
    const { name, reply, visitID = null, facts = {} } = await answer(request, pathname, [...searchParams]);
    const { method } = request;
    if (steps.push({ at, name, method, path: pathname, status: reply.status, visitID, facts }) > KEPT)
      steps.shift();
    return open(reply, request);
  }

  async function answer(
    { method, headers, body }: GmsRequest,
    pathname: string,
    query: readonly (readonly [string, string])[],
  ): Promise<Answer & Readonly<{ name: StepName }>> {
    const found = findEngagementRoute(method, pathname);
    if (found === 'notFound') return { name: 'other', reply: emptyReply(404) };
    if ('allow' in found)
      return { name: 'other', reply: { ...emptyReply(405), headers: { allow: found.allow } } };
    const { route, below: path, rest } = found;
    const call = { path, rest, query, contentType: headers['content-type'] ?? '', body };
    return { name: route.name, ...(await route.answer(desk, call)) };
  }

  function open(reply: GmsReply, request: GmsRequest): GmsReply {
    const origin = request.headers['origin'];
    const isAllowed =
      settings.origins === 'any' || (origin !== undefined && settings.origins.includes(origin));
    return isAllowed ? openToOrigin(reply, request) : reply;
  }

  return {
    handle,
    place: (path, file) => void resources.set(path, file),
    visits: () => Object.values(state.visits),
    steps: () => [...steps],
    snapshot: () => JSON.stringify(state),
  };
}
