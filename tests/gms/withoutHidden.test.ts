import { describe, expect, test } from 'vitest';
import { withoutHidden } from '../../src/gms/withoutHidden.ts';
import type { ChatEvent, Sender } from '../../src/session/chatEvent.ts';
import { batch, happened, maria, me, said } from '../session/samples.ts';
import { tell } from './wireTelling.ts';

const notifier: Sender = { id: '9', role: 'system', name: 'Customized Notifications' };

function shown(events: readonly ChatEvent[], hidden: Partial<Parameters<typeof withoutHidden>[1]>) {
  return withoutHidden(batch(events), { nicknames: [], prefilters: [], ...hidden }).events.map(tell);
}

describe('what a site hides', () => {
  test('by nickname, whatever its case, is neither seen nor named, and keeps its place', () => {
    const events = [happened('joined', 1, notifier), said(2, notifier, 'ping'), said(3, maria, 'Hello')];
    expect(shown(events, { nicknames: [' customized notifications '] })).toEqual([
      '1 system  signalled ',
      '2 system  signalled ping',
      '3 agent Maria said Hello',
    ]);
  });

  test('never hides the visitor, who may bear that name, too', () => {
    expect(shown([said(1, { ...me, name: 'Bot' }, 'Hello')], { nicknames: ['bot'] })).toEqual([
      '1 me Bot said Hello',
    ]);
  });

  test('by pattern is told as a signal, whoever says it', () => {
    const events = [said(1, maria, '{cmd:42}'), said(2, me, '{cmd:43}'), said(3, maria, 'see {cmd:42}')];
    expect(shown(events, { prefilters: [String.raw`^\{cmd:\d+\}$`] })).toEqual([
      '1 system  signalled {cmd:42}',
      '2 me Visitor signalled {cmd:43}',
      '3 agent Maria said see {cmd:42}',
    ]);
  });
});
