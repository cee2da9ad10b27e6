import type { PartyType } from '../chat/chat.ts';
import type { Step } from './step.ts';

/** The words that scripts are written in: `compose(join('Ayla'), say('Hello'), transfer('Bora'), end())`. */
export type Passage = Step | readonly Step[];

export function compose(...passages: readonly Passage[]): readonly Step[] {
  return passages.flat();
}

export function wait(ms: number): Step {
  return { do: 'wait', ms };
}

export function join(name: string, party: PartyType = 'Agent', isBot = false): Step {
  return { do: 'join', name, party, isBot };
}

export function leave(by?: string): Step {
  return { do: 'leave', ...named(by) };
}

/** One agent goes, the next comes, in the same moment: TV-31. */
export function transfer(to: string): readonly Step[] {
  return [leave(), join(to)];
}

export function rename(name: string): Step {
  return { do: 'rename', name };
}

export function typing(ms = 1500): readonly Step[] {
  return [{ do: 'typing', isTyping: true }, wait(ms), { do: 'typing', isTyping: false }];
}

export function say(text: string, by?: string): Step {
  return { do: 'emit', event: { type: 'Message', text }, ...named(by) };
}

export function sayOneOf(...texts: [string, ...string[]]): Step {
  return { do: 'sayOneOf', texts };
}

export function echo(): Step {
  return { do: 'echo' };
}

/** `content`: one character for each byte. */
export function share(name: string, content: string): Step {
  return { do: 'share', name, content };
}

export function pushUrl(url: string): Step {
  return { do: 'emit', event: { type: 'PushUrl', text: url } };
}

/** A keyword for programs: `CustomNotice` comes from an agent's desktop, `Notice` from the system. */
export function notice(text: string, type: 'CustomNotice' | 'Notice' = 'Notice'): Step {
  return { do: 'emit', event: { type, text } };
}

export function emit(event: Extract<Step, { do: 'emit' }>['event']): Step {
  return { do: 'emit', event };
}

export function burst(count: number): Step {
  return { do: 'burst', count };
}

/** Agents confer among themselves: the visitor sees nothing but a hole in the indices (TV-09). */
export function confer(count: number): Step {
  return { do: 'hide', count };
}

/** Warns of the coming end and waits: activity goes on with the script, silence closes the chat. */
export function idleAlert(seconds: number, text: string): readonly Step[] {
  return [{ do: 'idleAlert', seconds, text }, { do: 'holdIdle' }];
}

export function awaitVisitor(bye: readonly Step[] = []): Step {
  return { do: 'awaitVisitor', bye };
}

export function repeat(times: number, ...passages: readonly Passage[]): Step {
  return { do: 'repeat', times, steps: passages.flat() };
}

/** Must contain a wait or a visitor, or it would never stop. */
export function forever(...passages: readonly Passage[]): Step {
  // Not Infinity: JSON, and so a snapshot, has no word for it.
  return repeat(Number.MAX_SAFE_INTEGER, ...passages);
}

export function end(): Step {
  return { do: 'end' };
}

function named(by: string | undefined): { by?: string } {
  return by === undefined ? {} : { by };
}
