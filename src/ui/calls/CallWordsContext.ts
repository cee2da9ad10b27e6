import { createContext, use } from 'react';
import type { CallTranslator } from '../../i18n/translator.ts';

export const CallWordsContext = createContext<CallTranslator | null>(null);

/** All words, inside of a `CallFrame`. */
export function useCallT(): CallTranslator {
  const t = use(CallWordsContext);
  if (t === null) throw new Error('Used outside of a CallFrame');
  return t;
}
