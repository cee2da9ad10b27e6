import { expect, test } from 'vitest';
import { adviseOnStart } from '../../src/app/adviseOnStart.ts';
import { createSession } from '../../src/session/createSession.ts';
import type { Failure } from '../../src/session/failure.ts';
import { order } from '../session/samples.ts';

function failing(...failures: readonly Failure[]): readonly (readonly [string, object | undefined])[] {
  const session = createSession({ now: () => 0, persist: () => {}, runEffect: () => {} });
  const said: (readonly [string, object | undefined])[] = [];
  adviseOnStart(session, { warn: (name, facts) => void said.push([name, facts]) });
  for (const failure of failures) {
    session.dispatch({ type: 'launched', order });
    session.dispatch({ type: 'startFailed', failure });
    session.dispatch({ type: 'retryRequested' });
    session.dispatch({ type: 'startFailed', failure });
  }
  return said;
}

test('an integrator reads once why a start failed, and where to look', () => {
  const [first, ...more] = failing({ kind: 'missing', status: 404 });
  expect(first?.[0]).toContain('serviceName');
  expect(first?.[1]).toEqual({ kind: 'missing', status: 404 });
  expect(more).toEqual([]);
});

test('a visitor without a connection is no fault of the site', () => {
  expect(failing({ kind: 'offline' })).toEqual([]);
});
