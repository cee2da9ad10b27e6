import type { CallTranslator } from '../../i18n/translator.ts';
import type { CallKey } from '../../i18n/catalogue.ts';
import { assertNever } from '../../lib/assertNever.ts';
import type { Scenario } from '../../session/scenarios.ts';

type Heading = Extract<CallKey, 'form.chat' | 'form.callNow' | 'form.callLater' | 'form.dial'>;

/** What a form is about. */
export function formHeading(scenario: Scenario): Heading {
  switch (scenario) {
    case 'VOICE-SCHEDULED-USERTERM':
      return 'form.callLater';
    case 'VOICE-NOW-USERTERM':
    case 'VOICE-WAIT-USERTERM':
      return 'form.callNow';
    case 'VOICE-NOW-USERORIG':
    case 'VOICE-WAIT-USERORIG':
    case 'REQUEST-INTERACTION':
      return 'form.dial';
    case 'CHAT-NOW':
    case 'CHAT-WAIT':
    case 'REQUEST-CHAT':
    case 'CUSTOM':
      return 'form.chat';
    default:
      return assertNever(scenario);
  }
}

type Lead = Extract<CallKey, 'form.dialText' | 'form.dialWhenFree'>;

/** Why a form asks for a number of somebody who is to call themselves; null where nobody wonders. */
export function formLead(scenario: Scenario): Lead | null {
  if (formHeading(scenario) !== 'form.dial') return null;
  return scenario === 'VOICE-WAIT-USERORIG' ? 'form.dialWhenFree' : 'form.dialText';
}

/** What its button does. `time`: when, as far as it is chosen. */
export function submitWords(t: CallTranslator, scenario: Scenario, time: string | null): string {
  switch (scenario) {
    case 'VOICE-SCHEDULED-USERTERM':
      return time === null ? t('form.callMeThen') : t('form.callMeAt', { time });
    case 'VOICE-NOW-USERTERM':
      return t('form.callMeNow');
    case 'VOICE-WAIT-USERTERM':
      return t('form.callMeWhenFree');
    case 'VOICE-NOW-USERORIG':
    case 'VOICE-WAIT-USERORIG':
    case 'REQUEST-INTERACTION':
      return t('form.getNumber');
    case 'CHAT-NOW':
    case 'CHAT-WAIT':
    case 'REQUEST-CHAT':
    case 'CUSTOM':
      return t('form.startChat');
    default:
      return assertNever(scenario);
  }
}
