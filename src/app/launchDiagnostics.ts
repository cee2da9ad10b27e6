import type { Diagnostic } from '../host/consoleBridge.ts';
import { isScenario } from '../session/scenarios.ts';
import type { LaunchPlan } from './launchPlan.ts';

/** What was not taken as it stood in the address, by name and never by value. Source: contract.md §2. */
export function launchDiagnostics({ params, config }: LaunchPlan): readonly Diagnostic[] {
  const { scenario, dropped } = params;
  const isRefused =
    scenario !== null && !(isScenario(scenario) && config.allowedScenarios.includes(scenario));
  return [
    ...(isRefused ? [{ code: 'scenario_refused', key: 'gmsScenario' }] : []),
    ...dropped.map(({ parameter }) => ({ code: 'parameter_dropped', key: parameter })),
  ];
}
