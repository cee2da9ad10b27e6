import { actOn } from './phases/actOn.ts';
import { whileChatting } from './phases/chat.ts';
import { whileDialling } from './phases/dial.ts';
import { whileInDialog } from './phases/dialog.ts';
import { enterChat } from './phases/enterChat.ts';
import { resume } from './phases/resume.ts';
import { whileWaiting } from './phases/waiting.ts';

/** What follows the first answer, and how one gets there: not needed before, and so not in the way of the start. */
export const laterPhases = {
  actOn,
  enterChat,
  resume,
  whileWaiting,
  whileInDialog,
  whileDialling,
  whileChatting,
};
