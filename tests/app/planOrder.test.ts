import { describe, expect, test } from 'vitest';
import { planOrder } from '../../src/app/planOrder.ts';
import { readConfig } from '../../src/launch/consoleConfig.ts';
import { readLaunchParams } from '../../src/launch/launchParams.ts';
import { order } from '../session/samples.ts';

function plan(search: string, json: object = {}) {
  const reading = readConfig(JSON.stringify(json));
  if (!reading.isValid) throw new Error('The configuration is not valid');
  const warnings: unknown[] = [];
  const planned = planOrder({
    params: readLaunchParams(search),
    config: reading.config,
    page: order.page,
    gmsUser: 'web-1',
    nickname: 'Visitor',
    log: { warn: (name, facts) => warnings.push([name, facts]) },
  });
  return { planned, warnings };
}

describe('the order', () => {
  test('opens its chats through the callback service with v1, and straight with v2', () => {
    expect(plan('?gmsScenario=CHAT-NOW').planned.chatVia).toBe('service');
    expect(plan('?gmsScenario=CHAT-NOW', { chat: { api: 'v2' } }).planned.chatVia).toBe('chat');
  });

  test('is one for an asynchronous chat where the site says so, and only over v2', () => {
    const chat = { async: { enabled: true } };
    expect(plan('', { chat: { ...chat, api: 'v2' } }).planned.isAsync).toBe(true);
    expect(plan('', { chat }).planned).not.toHaveProperty('isAsync');
    expect(plan('', { chat: { api: 'v2' } }).planned).not.toHaveProperty('isAsync');
  });

  test('is proactive when a visit is named, unless the address says otherwise', () => {
    expect(plan('?visitID=v').planned.isProactive).toBe(true);
    expect(plan('').planned.isProactive).toBe(false);
    expect(plan('?visitID=v&proactive=false').planned.isProactive).toBe(false);
    expect(plan('?proactive=true').planned.isProactive).toBe(true);
  });

  test('leaves out ids that are not there', () => {
    expect(plan('').planned).not.toHaveProperty('visitId');
    expect(plan('?pageID=p').planned).toMatchObject({ pageId: 'p' });
  });

  test.for([
    ['unknown', '?gmsScenario=chat-now', {}],
    ['an attack', '?gmsScenario=__proto__', {}],
    ['not allowed', '?gmsScenario=VOICE-NOW-USERTERM', { allowedScenarios: ['CHAT-NOW'] }],
  ] as const)(
    'falls back to the default scenario when the one asked for is %s, with one warning (F12)',
    ([, search, json]) => {
      const { planned, warnings } = plan(search, json);
      expect(planned.scenario).toBe('CHAT-NOW');
      expect(warnings).toHaveLength(1);
      expect(JSON.stringify(warnings)).not.toContain(search.split('=')[1]);
    },
  );

  test('knows the customer of the configuration, and a word for one without a name', () => {
    expect(plan('').planned.customer).toEqual({ nickname: 'Visitor' });
    const customer = { firstName: 'Ana', nickname: 'Ana S.' };
    expect(plan('', { customer }).planned.customer).toEqual(customer);
  });
});
