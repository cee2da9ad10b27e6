import { browserClock } from './browserClock.ts';
import type { RecordContent } from '../session/recordOf.ts';
import type { Kept } from './ownerLock.ts';
import { packRecord } from './sessionRecord.ts';

/** What the windows of one chat say to each other. */
type Said =
  /** "who has it?" */
  | Readonly<{ type: 'hello' }>
  /** "I would like to have it" */
  | Readonly<{ type: 'want' }>
  /** "take it" */
  | Readonly<{ type: 'yours' }>
  | Readonly<{ type: 'record'; record: RecordContent }>
  | Readonly<{ type: 'ended' }>;

type WindowTalk = Readonly<{
  open(name: string): void;
  greet(): void;
  want(): void;
  /** what is kept, and from now on whatever changes of it, if anybody is there to hear it */
  share(): void;
  giveAway(): void;
  /** another window shares from now on */
  hush(): void;
  end(): void;
  close(): void;
}>;

/** A channel of the origin: what goes over it is read by nobody but pages of ours. */
export function openWindowTalk(kept: Kept, onSaid: (said: Said) => void): WindowTalk {
  let channel: BroadcastChannel | null = null;
  let isSharing = false;
  let isHeard = false;
  let told = '';

  function say(said: Readonly<{ type: Said['type']; text?: string }>): void {
    channel?.postMessage(said);
  }

  function tellRecord(): void {
    const record = isSharing && isHeard ? kept.record() : null;
    if (record === null) return;
    const text = packRecord(record, 0);
    if (text === told) return;
    told = text;
    say({ type: 'record', text: packRecord(record, browserClock.now()) });
  }

  function hear(event: MessageEvent<unknown>): void {
    const said = readSaid(event.data, kept.read);
    if (said === null) return;
    if (said.type === 'hello') {
      isHeard = true;
      told = '';
      tellRecord();
    } else onSaid(said);
  }

  const unsubscribe = kept.subscribe(tellRecord);
  return {
    open(name) {
      channel = new BroadcastChannel(name);
      channel.addEventListener('message', hear);
    },
    greet: () => say({ type: 'hello' }),
    want: () => say({ type: 'want' }),
    share() {
      isSharing = true;
      tellRecord();
    },
    giveAway() {
      isSharing = false;
      say({ type: 'yours' });
    },
    hush() {
      isSharing = false;
    },
    end: () => say({ type: 'ended' }),
    close() {
      unsubscribe();
      channel?.close();
    },
  };
}

/** Null for what is not of ours, or of another version of ours. */
function readSaid(data: unknown, read: Kept['read']): Said | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  switch (data.type) {
    case 'hello':
    case 'want':
    case 'yours':
    case 'ended':
      return { type: data.type };
    case 'record': {
      const text = 'text' in data && typeof data.text === 'string' ? data.text : '{}';
      const record = read(text, browserClock.now());
      return record && { type: 'record', record };
    }
    default:
      return null;
  }
}
