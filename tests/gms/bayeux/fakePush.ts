import type { Push } from '../../../src/gms/bayeux/push.ts';
import { ChatError } from '../../../src/session/failure.ts';
import type { Failure } from '../../../src/session/failure.ts';

type Holder = Parameters<Push['hold']>[0];

/** A push that does what the test says. */
export function createFakePush() {
  let holders: readonly Holder[] = [];
  let isUp = true;
  let isHopeless = false;
  const published: unknown[] = [];
  const refusals: Failure[] = [];
  const counts = { connects: 0, tries: 0, released: 0 };
  const push = {
    hold(next: Holder) {
      holders = [...holders, next];
      return () => {
        holders = holders.filter((one) => one !== next);
        counts.released += 1;
      };
    },
    isUp: () => isUp,
    isFailing: () => !isUp,
    isHopeless: () => isHopeless,
    async connect() {
      counts.connects += 1;
      if (isHopeless) throw new ChatError({ kind: 'network' });
      isUp = true;
    },
    connectInBackground: () => void (counts.tries += 1),
    async publish(data: unknown) {
      const refusal = refusals.shift();
      // who is forgotten is connected no more; something before the server may refuse a request for now
      if (refusal?.kind === 'busy' && refusal.status === undefined) isUp = false;
      if (refusal) throw new ChatError(refusal);
      published.push(data);
    },
  };
  return {
    push,
    published,
    counts,
    position: () => holders[0]?.position(),
    /** The server pushes. */
    tell(data: unknown): void {
      for (const holder of holders) holder.heard(data);
    },
    /** The next message that is published ends so. */
    refuse: (failure: Failure) => void refusals.push(failure),
    lose(forGood = false, how: 'broken' | 'forgotten' = 'broken') {
      isUp = false;
      isHopeless = forGood;
      for (const holder of holders) holder.changed(how);
    },
    comeBack() {
      isUp = true;
      isHopeless = false;
      for (const holder of holders) holder.changed('made');
    },
  };
}
