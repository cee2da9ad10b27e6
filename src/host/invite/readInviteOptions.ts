import type { InviteOptions } from '../launcher/gmsChat.ts';
import type { Shape } from '../launcher/readOpenOptions.ts';
import { isAddress, matches, OPEN_SHAPES, readOptions } from '../launcher/readOpenOptions.ts';

const LONGEST_TIMEOUT_S = 86_400;
const text: Shape = ['plain text of at most 500 characters', matches(/^[^]{1,500}$/)];
const id: Shape = ['an id, letters, digits and ._:~-', matches(/^[\w.:~-]{1,128}$/)];

const INVITE_SHAPES = {
  ...OPEN_SHAPES,
  type: ['"chat", "callback" or "both"', matches(/^(?:chat|callback|both)$/)],
  title: text,
  text,
  acceptLabel: text,
  callbackLabel: text,
  declineLabel: text,
  timeout: [
    'a number of seconds',
    (value) => typeof value === 'number' && value >= 0 && value <= LONGEST_TIMEOUT_S,
  ],
  callbackScenario: OPEN_SHAPES.scenario,
  gweUrl: ['an http(s) address', isAddress],
  disposition: [
    '"invites", "event", "none" or an http(s) address with {result}',
    (value) => matches(/^(?:invites|event|none)$/)(value) || isAddress(value),
  ],
  engagementID: id,
  actionID: id,
  alias: id,
} satisfies Record<keyof InviteOptions, Shape>;

/** Options of an invitation, from the page, its fragment or a notification: what is not right is left out. */
export function readInviteOptions(given: unknown): InviteOptions {
  return readOptions(given, INVITE_SHAPES);
}
