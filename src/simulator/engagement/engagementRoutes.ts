import type { DeskHandler } from './desk.ts';
import type { StepName } from './engagement.ts';
import { cometd } from './bayeux.ts';
import { trackEvent } from './events.ts';
import { engage, noEngage, notify } from './notify.ts';
import { invites, notificationResult, reactiveState } from './results.ts';
import { resource } from './resource.ts';

type Route = Readonly<{
  method: 'GET' | 'POST';
  /** of the path below `/server`; with a slash at its end it leaves the rest open */
  path: string;
  name: StepName;
  answer: DeskHandler;
}>;

/** The first row that fits counts. Source: protocol/gwe-engagement.md §12.1. */
const ROUTES: readonly Route[] = [
  { method: 'POST', path: '/data/event', name: 'event', answer: trackEvent },
  { method: 'POST', path: '/data/notification/notify/', name: 'notify', answer: notify },
  { method: 'GET', path: '/data/notification/result/', name: 'result', answer: notificationResult },
  { method: 'GET', path: '/data/invites', name: 'result', answer: invites },
  { method: 'POST', path: '/data/gateway/engage', name: 'engage', answer: engage },
  { method: 'POST', path: '/data/gateway/noengage', name: 'noengage', answer: noEngage },
  { method: 'GET', path: '/data/pacing/reactiveState', name: 'pacing', answer: reactiveState },
  { method: 'POST', path: '/cometd', name: 'cometd', answer: cometd },
  { method: 'POST', path: '/cometd/', name: 'cometd', answer: cometd },
  { method: 'GET', path: '/resources/', name: 'resource', answer: resource },
  { method: 'GET', path: '/api/resources/', name: 'resource', answer: resource },
];

/** 8.5 has one server; the two of 8.1.2 had these paths. Source: §1 "Version / path map". */
const SERVED = /^\/(?:server|frontend|backend)(?=\/)/;

/** Whether a path belongs to Web Engagement and not to GMS. */
export function isEngagementPath(path: string): boolean {
  return SERVED.test(path);
}

/** The route of a path, or why there is none. */
export function findEngagementRoute(
  method: string,
  path: string,
): Readonly<{ route: Route; below: string; rest: string }> | 'notFound' | Readonly<{ allow: string }> {
  const below = path.replace(SERVED, '');
  const fitting = ROUTES.filter(({ path: pattern }) =>
    pattern.endsWith('/') ? below.startsWith(pattern) && below !== pattern : below === pattern,
  );
  const route = fitting.find((one) => one.method === method);
  if (route) return { route, below, rest: below.slice(route.path.length) };
  return fitting.length > 0 ? { allow: fitting.map((one) => one.method).join(', ') } : 'notFound';
}
