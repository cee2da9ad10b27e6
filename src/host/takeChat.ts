import type { Session } from '../session/createSession.ts';
import type { Clock } from '../session/ports.ts';
import { sendMove } from './moveMessage.ts';
import { nextMove } from './nextMove.ts';

type Taken = Readonly<{
  /** the record as it is stored; null: an order that is still to be made */
  text: string | null;
  place: number | null;
  /** says that the chat is here, and lets what was sent off meanwhile go after the rest; to be called once it is */
  acknowledge: (session: Session, newKey: () => string) => void;
}>;

/** Waits for the chat of another window; null when it does not come in time, and then never. */
export async function takeChat(port: MessagePort, clock: Clock): Promise<Taken | null> {
  const message = await nextMove(port, 'record', clock);
  if (message === null) {
    port.close();
    return null;
  }
  return {
    text: message.text,
    place: message.place,
    acknowledge(session, newKey) {
      const resting = nextMove(port, 'rest', clock);
      sendMove(port, { type: 'taken' });
      void resting.then((rest) => {
        for (const text of rest?.texts ?? [])
          session.dispatch({ type: 'sendRequested', key: newKey(), text });
        port.close();
      });
    },
  };
}
