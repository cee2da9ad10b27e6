import { createContext, use, useSyncExternalStore } from 'react';
import type { Translator } from '../i18n/translator.ts';
import type { SessionFact } from '../session/event.ts';
import type { SessionState } from '../session/state.ts';
import { INITIAL_STATE } from '../session/state.ts';
import type { ConsoleModel, UiSettings } from './ConsoleModel.ts';

export const ConsoleContext = createContext<ConsoleModel | null>(null);

export function useConsole(): ConsoleModel {
  const model = use(ConsoleContext);
  if (model === null) throw new Error('Used outside of the console');
  return model;
}

/**
 * A part of the session. `select` answers what it finds there or something comparable, never a new object.
 * On the first render over the shell it is the initial state, whatever has happened meanwhile: what is there
 * then is adopted, and the next render brings it up to date.
 */
export function useSession<Selected>(select: (state: SessionState) => Selected): Selected {
  const { session } = useConsole();
  return useSyncExternalStore(
    session.subscribe,
    () => select(session.getState()),
    () => select(INITIAL_STATE),
  );
}

export function useDispatch(): (fact: SessionFact) => void {
  return useConsole().session.dispatch;
}

export function useT(): Translator {
  return useConsole().t;
}

export function useSettings(): UiSettings {
  return useConsole().settings;
}
