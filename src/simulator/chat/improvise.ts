import type { Chat } from './chat.ts';
import type { Settings } from '../settings.ts';
import type { Step } from '../scripts/step.ts';
import { advanceChat } from './advanceChat.ts';
import { performStep } from './performStep.ts';

/** Puts a step in before what the script has left, due now. Without somebody to do it, nothing happens. */
export function improvise(
  chat: Chat,
  step: Step,
  world: Readonly<{ now: number; settings: Settings }>,
): void {
  advanceChat(chat, world);
  if (chat.end !== null || !canBeDone(chat, step)) return;
  const { dueAt } = chat.script;
  chat.script.dueAt = world.now;
  performStep(chat, step, world.settings);
  chat.script.dueAt = Math.max(dueAt, chat.script.dueAt);
}

function canBeDone(chat: Chat, step: Step): boolean {
  if (!('by' in step) && !NEEDS_A_SPEAKER.has(step.do)) return true;
  const by = 'by' in step ? step.by : undefined;
  return chat.participants.slice(1).some((one) => one.isPresent && (by === undefined || one.nickname === by));
}

const NEEDS_A_SPEAKER: ReadonlySet<Step['do']> = new Set([
  'leave',
  'rename',
  'typing',
  'emit',
  'sayOneOf',
  'echo',
  'burst',
  'idleAlert',
]);
