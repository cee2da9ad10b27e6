import type { DeskHandler } from './desk.ts';
import { emptyReply } from '../wire/reply.ts';

/** `GET …/resources/…`: invitations, scripts and whatever else was put there. */
export const resource: DeskHandler = ({ resources }, { path }) => {
  const found = resources.get(path);
  if (!found) return { reply: emptyReply(404) };
  return { reply: { status: 200, headers: { 'content-type': found.type }, body: found.body } };
};
