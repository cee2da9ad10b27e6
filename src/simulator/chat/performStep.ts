import type { Chat, Participant } from './chat.ts';
import type { Settings } from '../settings.ts';
import type { Step } from '../scripts/step.ts';
import { assertNever } from '../../lib/assertNever.ts';
import { pickOne } from '../random.ts';
import { appendEvent, appendLooseEvent } from './appendEvent.ts';
import { endChat } from './endChat.ts';
import { putFile } from './files.ts';
import { joinChat, leaveChat } from './joinChat.ts';

/** Whether the script has to wait for the visitor before this step. */
export function isBlocked(chat: Chat, step: Step): boolean {
  if (step.do === 'awaitVisitor') return chat.script.unheard.length === 0;
  return step.do === 'holdIdle' && chat.idleClosesAt !== null;
}

/** Does one step at the moment at which it is due. */
export function performStep(chat: Chat, step: Step, settings: Settings): void {
  const { script } = chat;
  const at = script.dueAt;
  switch (step.do) {
    case 'wait':
      script.dueAt += step.ms;
      break;
    case 'join':
      joinChat(chat, at, { nickname: step.name, type: step.party, isBot: step.isBot });
      break;
    case 'leave':
      leaveChat(chat, at, speakerOf(chat, step.by));
      break;
    case 'rename': {
      const speaker = speakerOf(chat, step.by);
      speaker.nickname = step.name;
      appendEvent(chat, at, speaker, { type: 'NicknameUpdated' });
      break;
    }
    case 'typing':
      appendTyping(chat, at, speakerOf(chat, step.by), step.isTyping, settings);
      break;
    case 'emit':
      appendEvent(chat, at, speakerOf(chat, step.by), step.event);
      break;
    case 'sayOneOf':
      appendEvent(chat, at, speakerOf(chat, step.by), {
        type: 'Message',
        text: pickOne(chat, ...step.texts),
      });
      break;
    case 'share':
      putFile(chat, at, speakerOf(chat, step.by), step.name, step.content);
      break;
    case 'echo':
      appendEvent(chat, at, speakerOf(chat, step.by), { type: 'Message', text: script.heard });
      break;
    case 'burst':
      for (let number = 1; number <= step.count; number += 1) {
        const text = `Message ${number} of ${step.count}: line ${number} of the history you asked for.`;
        appendEvent(chat, at, speakerOf(chat, step.by), { type: 'Message', text });
      }
      break;
    case 'hide':
      chat.nextIndex += step.count;
      break;
    case 'idleAlert':
      appendEvent(chat, at, speakerOf(chat, step.by), { type: 'IdleAlert', text: step.text });
      chat.idleClosesAt = at + step.seconds * 1000;
      break;
    case 'holdIdle':
      break;
    case 'awaitVisitor':
      hearVisitor(chat, step.bye);
      break;
    case 'repeat':
      script.pending.unshift(...step.steps, ...(step.times > 1 ? [{ ...step, times: step.times - 1 }] : []));
      break;
    case 'end':
      endChat(chat, at, 'agent');
      break;
    default:
      assertNever(step);
  }
}

/** Typing takes an index unless the server is told otherwise. Source: protocol/gms-chat.md §15.3. */
export function appendTyping(
  chat: Chat,
  at: number,
  from: Participant,
  isTyping: boolean,
  settings: Settings,
): void {
  if (settings.quirks.includes('no-typing')) return;
  const append = settings.quirks.includes('loose-typing') ? appendLooseEvent : appendEvent;
  append(chat, at, from, { type: isTyping ? 'TypingStarted' : 'TypingStopped' });
}

const FAREWELL = /\b(bye|goodbye|ciao|see you|that(?:'|’)?s all|tschüss|au revoir|adiós)\b/iu;

function hearVisitor(chat: Chat, bye: readonly Step[]): void {
  const { script } = chat;
  const said = script.unheard.shift();
  if (said === undefined) return;
  script.heard = said;
  if (bye.length > 0 && FAREWELL.test(said)) script.pending = [...bye];
}

/** Who speaks: the one named, or else who came last and is still there. */
function speakerOf(chat: Chat, name: string | undefined): Participant {
  const speaker = chat.participants
    .slice(1)
    .findLast((one) => one.isPresent && (name === undefined || one.nickname === name));
  if (speaker === undefined)
    throw new Error(`Script ${chat.script.name}: ${name ?? 'nobody'} is not in the chat`);
  return speaker;
}
