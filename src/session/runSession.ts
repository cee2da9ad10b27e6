import type { Session } from './createSession.ts';
import type { SessionEffect } from './effect.ts';
import type { SessionEvent, SessionFact } from './event.ts';
import type { SessionState } from './state.ts';
import { INITIAL_STATE } from './state.ts';
import type { Transition } from './transitionBy.ts';

export type Shell = Readonly<{
  transition: Transition;
  now: () => number;
  /** called with each new state before its effects run, so that what is kept is never behind what is sent */
  persist: (state: SessionState) => void;
  runEffect: (effect: SessionEffect, dispatch: (fact: SessionFact) => void) => void;
}>;

/**
 * The thin shell around `transition`: queue, store, persist, run the effects, tell the listeners.
 * An event that is dispatched while another is being handled waits its turn.
 */
export function runSession({ transition, now, persist, runEffect }: Shell): Session {
  let state = INITIAL_STATE;
  const listeners = new Set<() => void>();
  const queue: SessionEvent[] = [];
  let isBusy = false;

  function handle(event: SessionEvent): void {
    const [next, ...effects] = transition(state, event);
    const isChanged = next !== state;
    state = next;
    if (isChanged) persist(next);
    for (const effect of effects) runEffect(effect, dispatch);
    if (isChanged) for (const listener of listeners) listener();
  }

  function dispatch(fact: SessionFact): void {
    queue.push({ ...fact, at: now() });
    if (isBusy) return;
    isBusy = true;
    try {
      for (let event = queue.shift(); event; event = queue.shift()) handle(event);
    } finally {
      isBusy = false;
    }
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
  };
}
