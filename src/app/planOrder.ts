import type { ConsoleConfig } from '../launch/configSchema.ts';
import type { LaunchParams } from '../launch/launchParams.ts';
import type { Customer, Log, Order, PageContext } from '../session/ports.ts';
import type { Scenario } from '../session/scenarios.ts';
import { isScenario } from '../session/scenarios.ts';

type Plan = Readonly<{
  params: LaunchParams;
  config: ConsoleConfig;
  page: PageContext;
  gmsUser: string;
  /** what a visitor without a name is called */
  nickname: string;
  log: Log;
}>;

/** What is to be started, from what the address asks for and what the configuration allows. */
export function planOrder({ params, config, page, gmsUser, nickname, log }: Plan): Order {
  const scenario = allowedScenario(params.scenario, config, log);
  for (const { parameter, length } of params.dropped)
    log.warn('launch.parameter_dropped', { parameter, length });
  return {
    gmsUser,
    scenario,
    chatVia: config.chat.api === 'v2' ? 'chat' : 'service',
    askFor: config.askFor,
    ...(params.visitId === null ? {} : { visitId: params.visitId }),
    ...(params.pageId === null ? {} : { pageId: params.pageId }),
    isProactive: params.isProactive ?? params.visitId !== null,
    // what a callback service makes of a custom order is a chat of v1, if it is one
    ...(config.chat.api === 'v2' && config.chat.async.enabled && scenario !== 'CUSTOM' && { isAsync: true }),
    customer: customerOf(config, nickname),
    userData: config.userData,
    page,
  };
}

function allowedScenario(asked: string | null, config: ConsoleConfig, log: Log): Scenario {
  const { defaultScenario, allowedScenarios } = config;
  if (asked === null) return defaultScenario;
  if (isScenario(asked) && allowedScenarios.includes(asked)) return asked;
  log.warn('launch.scenario_refused', { length: asked.length, allowed: allowedScenarios.join(', ') });
  return defaultScenario;
}

function customerOf(config: ConsoleConfig, nickname: string): Customer {
  return { ...config.customer, nickname: config.customer.nickname ?? nickname };
}
