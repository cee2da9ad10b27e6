/** `launcher.js`: a classic script that defines `window.GmsChat`. */
import { createOpener } from './createOpener.ts';
import { installGmsChat } from './installGmsChat.ts';
import { lateFrame, lateInvite } from './lateParts.ts';
import { ownScript } from './ownScript.ts';

const script = ownScript(document, 'launcher.js');
installGmsChat(window, () => ({
  ...createOpener(window, script.src, lateFrame(window, script)),
  ...lateInvite(window, script),
}));
