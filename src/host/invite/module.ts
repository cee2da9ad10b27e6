/** `launcher.mjs`: the same as functions, for bundlers and `<script type="module">`. Types: `launcher.d.mts`. */
import type { GmsChat } from '../launcher/gmsChat.ts';
import { installInvite } from './installInvite.ts';

// asked for with the first call: a server that renders the page has no window
const chat = (): GmsChat => installInvite(window, import.meta.url);

export const open: GmsChat['open'] = (options) => chat().open(options);
export const isOpen: GmsChat['isOpen'] = () => chat().isOpen();
export const invite: GmsChat['invite'] = (options) => chat().invite(options);
export const attach: GmsChat['attach'] = (options) => chat().attach(options);
