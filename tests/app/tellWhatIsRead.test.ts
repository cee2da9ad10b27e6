import { expect, test } from 'vitest';
import { tellWhatIsRead } from '../../src/app/tellWhatIsRead.ts';
import { createSession } from '../../src/session/createSession.ts';
import type { SessionEffect } from '../../src/session/effect.ts';
import { batch, maria, NOON, order, said } from '../session/samples.ts';

test('what is in sight is told as read, once each, and what is out of sight when it comes into it', () => {
  const effects: SessionEffect[] = [];
  const session = createSession({
    now: () => NOON,
    persist: () => {},
    runEffect: (effect) => effects.push(effect),
  });
  const told = () => effects.flatMap((effect) => (effect.type === 'tell' ? [effect.news] : []));
  const sight = { isSeen: true };
  const target = new EventTarget();
  const page = Object.assign(target, {
    document: {
      get visibilityState() {
        return sight.isSeen ? 'visible' : 'hidden';
      },
      hasFocus: () => sight.isSeen,
    },
  });
  // as much of a window as is looked at
  tellWhatIsRead(page as unknown as Window, session);
  session.dispatch({ type: 'launched', order });
  session.dispatch({ type: 'chatOpened', batch: batch([said(1, maria, 'One')]) });
  session.dispatch({ type: 'received', batch: batch() });
  expect(told()).toEqual([{ type: 'read', position: 1 }]);

  sight.isSeen = false;
  session.dispatch({ type: 'received', batch: batch([said(2, maria, 'Two'), said(3, maria, 'Three')]) });
  expect(told()).toHaveLength(1);
  sight.isSeen = true;
  target.dispatchEvent(new Event('focus'));
  expect(told()).toEqual([
    { type: 'read', position: 1 },
    { type: 'read', position: 3 },
  ]);
});
