import type { Customer, Order } from '../../session/ports.ts';
import type { ScenarioFacts } from '../../session/scenarios.ts';
import { SCENARIOS } from '../../session/scenarios.ts';

/** Names that are ours to fill: attached data of the page cannot take them, nor service parameters, which begin with `_`. */
const OWN_NAMES = new Set(['first_name', 'last_name', 'visitID', 'pageID', 'webengagement']);

/**
 * The fields of a start. What is not known is not sent; only `webengagement` is meant to be empty, and only after an
 * invitation. A call says at once what it is about and where to write, under the names that Genesys Widgets use; a
 * chat says so when it is opened. Callback services take them as JSON, built-in services as a form; all values are
 * text, which both can hold. `more`: service parameters of the way in which the visitor is told of an agent.
 * Source: protocol/gms-callback.md §1.3, §2.1, §2.8, §2.9, §3.1, §3.2, §6, genesys-widgets-observed.md.
 */
export function startBody(
  order: Order,
  more: Readonly<Record<string, string>> = {},
): URLSearchParams | string {
  const { customer, isProactive } = order;
  const scenario: ScenarioFacts = SCENARIOS[order.scenario];
  const known: Record<string, string | boolean | undefined> = {
    ...pageUserData(order),
    ...more,
    ...(scenario.media === 'VOICE' && about(customer)),
    first_name: customer.firstName,
    last_name: customer.lastName,
    [scenario.path === 'request-interaction' ? '_phone_number' : '_customer_number']: customer.contactNumber,
    _provide_code: customer.provideCode,
    visitID: order.visitId,
    pageID: order.pageId,
    _verbose: scenario.path === 'request-chat' || undefined,
    _call_direction: scenario.flags?.direction,
    _wait_for_agent: scenario.flags?.waitForAgent,
    _wait_for_user_confirm: scenario.flags?.waitForUserConfirm,
    _media_type: scenario.flags?.media,
    // to any other start it would mean: not now
    _desired_time: order.scenario === 'VOICE-SCHEDULED-USERTERM' ? order.desiredTime : undefined,
  };
  const fields: Record<string, string> = isProactive ? { webengagement: '' } : {};
  for (const [key, value] of Object.entries(known)) {
    if (value !== undefined && value !== '') fields[key] = String(value);
  }
  return scenario.path === 'callback' ? JSON.stringify(fields) : new URLSearchParams(fields);
}

/** Only what is known: the page may say it in the visitor's stead. */
function about({ subject, email }: Customer): Record<string, string> {
  return { ...(subject && { subject }), ...(email && { email }) };
}

function pageUserData({ userData }: Order): Record<string, string> {
  return Object.fromEntries(
    Object.entries(userData).filter(([key]) => !key.startsWith('_') && !OWN_NAMES.has(key)),
  );
}
