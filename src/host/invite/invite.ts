/**
 * `invite.js`: the invitation with all that it opens, as a classic script. It comes with the fragment
 * `inviteGMS.html`, is loaded by `launcher.js`, or stands in a page by itself.
 */
import { ownScript } from '../launcher/ownScript.ts';
import { installInvite } from './installInvite.ts';
import { showFragments } from './showFragments.ts';

const { src } = ownScript(document, 'invite.js');
const { invite } = installInvite(window, src);
showFragments(document, invite, src);
