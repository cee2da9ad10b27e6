import { NotPossible } from './draft.mjs';

/** @typedef {Readonly<{ base: string, serviceName: string }>} Place */

/**
 * Chat API v2: everything up to `/2/chat/` is the base, what follows is the service. Source: gms-chat.md §4.
 * @param {string} address
 */
export function chatPlace(address) {
  return placeIn(address, /^(.+)\/2\/chat\/([^/?#]+)\/?$/, '…/2/chat/{service}');
}

/**
 * The base of the address for files beside Bayeux, which may name the service or not. Source: gms-chat.md §6.5.
 * @param {string} address
 */
export function filesBase(address) {
  const [, base] = /^(.+)\/2\/chat(?:-ntf)?(?:\/[^/?#]+)?\/?$/.exec(address) ?? [];
  if (base === undefined)
    throw new NotPossible('an address like …/2/chat-ntf was expected: set gmsUrl by hand');
  return base;
}

/**
 * Callback service, version 1. Source: gms-callback.md §2.
 * @param {string} address
 */
export function callbackPlace(address) {
  return placeIn(address, /^(.+)\/1\/service\/callback\/([^/?#]+)\/?$/, '…/1/service/callback/{service}');
}

/**
 * The Bayeux end point and the base it stands below.
 * @param {string} address
 */
export function bayeuxBase(address) {
  return /^(.+)\/cometd\/?$/.exec(address)?.[1] ?? null;
}

/**
 * The waiting-time service, either version. Source: gms-callback.md §2.7.
 * @param {string} address
 * @returns {Readonly<{ base: string, apiVersion: 'v1' | 'v2' }>}
 */
export function waitPlace(address) {
  const [, base, first] = /^(.+?)\/(?:(1\/service\/ewt-for-vq)|2\/ewt)\/?$/.exec(address) ?? [];
  if (base === undefined)
    throw new NotPossible('an address like …/1/service/ewt-for-vq was expected: set gmsUrl by hand');
  return { base, apiVersion: first === undefined ? 'v2' : 'v1' };
}

/**
 * @param {string} address
 * @param {RegExp} shape
 * @param {string} words
 * @returns {Place}
 */
function placeIn(address, shape, words) {
  const [, base, serviceName] = shape.exec(address) ?? [];
  if (base === undefined || serviceName === undefined)
    throw new NotPossible(`an address like ${words} was expected: set gmsUrl and the service name by hand`);
  return { base, serviceName };
}
