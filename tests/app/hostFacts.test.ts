import { describe, expect, test } from 'vitest';
import { changesOf, mergeFacts, withFacts } from '../../src/app/hostFacts.ts';
import { launchDiagnostics } from '../../src/app/launchDiagnostics.ts';
import type { LaunchPlan } from '../../src/app/launchPlan.ts';
import { planOrder } from '../../src/app/planOrder.ts';
import { readConfig } from '../../src/launch/consoleConfig.ts';
import { readLaunchParams } from '../../src/launch/launchParams.ts';
import { order } from '../session/samples.ts';

function planFor(search: string, json: object = {}): LaunchPlan {
  const reading = readConfig(JSON.stringify(json));
  if (!reading.isValid) throw new Error('The configuration is not valid');
  return { params: readLaunchParams(search), config: reading.config, kept: null };
}

function ordered(plan: LaunchPlan) {
  const { page } = order;
  return planOrder({ ...plan, page, gmsUser: 'web-1', nickname: 'Visitor', log: { warn: () => {} } });
}

describe('what a host tells before the start', () => {
  test('stands in the order as if address and configuration had said it, and goes before them', () => {
    const plan = planFor('?visitID=OLD', {
      customer: { subject: 'Fees' },
      userData: { segment: 'gold', basket: '1' },
    });
    const facts = {
      ids: { visitID: 'V1', pageID: 'P1' },
      customer: { firstName: 'Ana' },
      userData: { basket: '2' },
    };
    expect(ordered(withFacts(plan, facts))).toMatchObject({
      visitId: 'V1',
      pageId: 'P1',
      isProactive: true,
      customer: { nickname: 'Visitor', subject: 'Fees', firstName: 'Ana' },
      userData: { segment: 'gold', basket: '2' },
    });
  });

  test('changes nothing where it tells nothing', () => {
    const plan = planFor('?visitID=V1&proactive=false');
    expect(ordered(withFacts(plan, {}))).toEqual(ordered(plan));
  });
});

describe('what a host tells after the start', () => {
  test('names a visit, and with it what came of an invitation, unless the address knows better', () => {
    const known = { ...order, userData: { segment: 'gold', basket: '1' } };
    const facts = { ids: { visitID: 'V1' }, customer: { firstName: 'Ana' }, userData: { basket: '2' } };
    expect(changesOf(facts, planFor(''), known)).toEqual({
      visitId: 'V1',
      isProactive: true,
      customer: { nickname: 'Visitor', firstName: 'Ana' },
      userData: { segment: 'gold', basket: '2' },
    });
    expect(changesOf(facts, planFor('?proactive=false'), known)).toMatchObject({ isProactive: false });
    expect(changesOf({ ids: { pageID: 'P2' } }, planFor(''), known)).toEqual({ pageId: 'P2' });
  });

  test('does not grow without end', () => {
    const names = (from: number) =>
      Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`name-${from + at}`, '']));
    const first = mergeFacts({}, { userData: names(0) });
    const second = first && mergeFacts(first, { userData: names(50) });
    expect(Object.keys(second?.userData ?? {})).toHaveLength(100);
    expect(second && mergeFacts(second, { userData: { more: '' } })).toBeNull();
    expect(second && mergeFacts(second, { userData: { 'name-1': 'new' } })).not.toBeNull();
  });
});

test('tells a host what was not taken from the address, by name only', () => {
  expect(launchDiagnostics(planFor('?gmsScenario=NOPE&visitID=%3Cx%3E&proactive=yes&lang=!'))).toEqual([
    { code: 'scenario_refused', key: 'gmsScenario' },
    { code: 'parameter_dropped', key: 'proactive' },
    { code: 'parameter_dropped', key: 'visitID' },
    { code: 'parameter_dropped', key: 'lang' },
  ]);
  expect(launchDiagnostics(planFor('?gmsScenario=CUSTOM', { allowedScenarios: ['CHAT-NOW'] }))).toHaveLength(
    1,
  );
  expect(launchDiagnostics(planFor('?gmsScenario=CHAT-WAIT&visitID=v&lang=de&proactive=true'))).toEqual([]);
});
