import type { Session } from '../session/createSession.ts';
import type { Clock } from '../session/ports.ts';
import type { RecordContent } from '../session/recordOf.ts';
import { recordOf } from '../session/recordOf.ts';
import type { SessionState } from '../session/state.ts';
import { sendMove } from './moveMessage.ts';
import { nextMove } from './nextMove.ts';

type Giving = Readonly<{
  session: Session;
  clock: Clock;
  /** the record as it is stored */
  pack: (content: RecordContent) => string;
  /** where the visitor reads: the index of the first row in sight; null at the end */
  place: () => number | null;
}>;

/**
 * Gives the chat to the console at the other end of the port. From the moment the record leaves nothing is sent or
 * read here any more; if the other one does not say that it has it, the chat goes on here as after a reload.
 * Answers whether it has moved. Source: docs/decisions/024-moving-a-chat.md.
 */
export async function giveChat(port: MessagePort, giving: Giving): Promise<boolean> {
  const { session, clock, pack, place } = giving;
  await whileStarting(session);
  const state = session.getState();
  if (!canMove(state)) {
    port.close();
    return false;
  }
  const content = recordOf(state);
  const message = { type: 'record', text: content && pack(content), place: place() } as const;
  session.dispatch({ type: 'handedOver' });
  sendMove(port, message);
  const isTaken = (await nextMove(port, 'taken', clock)) !== null;
  if (isTaken) {
    sendMove(port, { type: 'rest', texts: session.getState().outbox.map(({ text }) => text) });
    session.dispatch({ type: 'movedAway' });
  } else {
    port.close();
    if (content) session.dispatch({ type: 'resumed', record: content });
    else if (state.order) session.dispatch({ type: 'launched', order: state.order });
  }
  return isTaken;
}

/** Whether there is something another window could go on with; a number to dial and what is over stay where they are. */
function canMove(state: SessionState): boolean {
  switch (state.phase) {
    case 'form':
    case 'chat':
    case 'failed':
      return state.order !== null;
    case 'waiting':
    case 'dialog':
      return state.serviceId !== null;
    default:
      return false;
  }
}

/** Nobody can say what becomes of a start that is under way: it is waited for. */
function whileStarting(session: Session): Promise<void> {
  const isOver = () => !['loading', 'starting'].includes(session.getState().phase);
  if (isOver()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = session.subscribe(() => {
      if (!isOver()) return;
      stop();
      resolve();
    });
  });
}
