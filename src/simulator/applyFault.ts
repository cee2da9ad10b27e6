import type { Fault, Twist } from './faults.ts';
import type { GmsReply } from './gms.ts';
import { assertNever } from '../lib/assertNever.ts';
import { emptyReply, gmsError, htmlReply, jsonReply } from './wire/reply.ts';

/** What a fault can do with the server: let it answer, let time pass, restart it. */
export type FaultStage = Readonly<{
  /** carries the call out and answers it */
  process(twist: Twist | null): GmsReply;
  sleep(ms: number): Promise<void>;
  restart(keepSessions: boolean): void;
  isChatV2: boolean;
}>;

const LOST: GmsReply = { ...emptyReply(502), damage: { kind: 'lost' } };

/** The answer to a call that a fault waits for. Source: reliability.md §4. */
export async function applyFault(fault: Fault, stage: FaultStage): Promise<GmsReply> {
  switch (fault.name) {
    case 'lost-before':
      return LOST;
    case 'lost-after':
      stage.process(null);
      return LOST;
    case 'delay': {
      const reply = stage.process(null);
      await stage.sleep(fault.ms);
      return reply;
    }
    case 'delay-before':
      await stage.sleep(fault.ms);
      return stage.process(null);
    case 'cut':
      return { ...stage.process(null), damage: { kind: 'cut', at: fault.at } };
    case 'rst':
      return { ...stage.process(null), damage: { kind: 'reset', at: fault.at } };
    case 'trickle':
      return { ...stage.process(null), damage: { kind: 'trickle', ms: fault.ms } };
    case 'restart':
      stage.restart(fault.keepSessions ?? true);
      return LOST;
    case 'duplicate':
    case 'disorder':
    case 'alias-change':
    case 'unknown-kind':
    case 'rewind':
    case 'end':
      return stage.process(fault.name);
    case 'status':
    case 'html200':
    case 'empty200':
    case 'statusCode1':
    case 'statusCode2':
      if (fault.processed === true) stage.process(null);
      return replacement(fault, stage.isChatV2);
    default:
      return assertNever(fault);
  }
}

type Replacing = Extract<Fault, { processed?: boolean }>;

function replacement(fault: Replacing, isChatV2: boolean): GmsReply {
  switch (fault.name) {
    case 'status':
      return statusReply(fault);
    case 'html200':
      return htmlReply('Please sign in');
    case 'empty200':
      return emptyReply();
    case 'statusCode1':
      return isChatV2 ? jsonReply(TEMPORARY) : gmsError(500, 'Temporary failure', 'ChatException');
    case 'statusCode2':
      return isChatV2 ? jsonReply(refused(fault.chatEnded)) : gmsError(400, 'Refused', 'ChatException');
    default:
      return assertNever(fault);
  }
}

function statusReply(fault: Extract<Replacing, { name: 'status' }>): GmsReply {
  const reply =
    fault.html === true ? htmlReply(`Error ${fault.status}`, fault.status) : emptyReply(fault.status);
  if (fault.retryAfter === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(fault.retryAfter) } };
}

/** The end, the alias and the position are all lies: with statusCode 1 nothing else counts (gms-chat.md §8.1). */
const TEMPORARY = {
  messages: [],
  chatEnded: true,
  statusCode: 1,
  alias: '999',
  nextPosition: 0,
  errors: [{ code: 249, advice: 'Temporary. referenceId[20010031]' }],
};

function refused(chatEnded = false): object {
  const errors = [{ code: 249, advice: 'Request could not be carried out. referenceId[20010044]' }];
  return { messages: [], chatEnded, statusCode: 2, errors };
}
