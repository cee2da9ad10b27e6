import { randomId } from '../../lib/randomId.ts';
import { useConsole } from '../ConsoleContext.ts';
import { selectMayAnswer } from './selectMayAnswer.ts';

/**
 * Says something for the visitor that a rich message offers; `answers` is the index of that message where the answer
 * is to name it. Never while the same is on its way: a second press, by a trembling hand or an impatient one, is none.
 */
export function useSay(): (text: string, answers?: number | null) => void {
  const { session } = useConsole();
  return (text, answers = null) => {
    const state = session.getState();
    const isOnItsWay = state.outbox.some((item) => item.text === text && (item.answers ?? null) === answers);
    if (!selectMayAnswer(state) || isOnItsWay) return;
    session.dispatch({ type: 'sendRequested', key: randomId(), text, ...(answers && { answers }) });
  };
}
