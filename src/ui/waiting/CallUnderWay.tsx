import type { ReactNode } from 'react';
import type { CallTranslator } from '../../i18n/translator.ts';
import { SCENARIOS } from '../../session/scenarios.ts';
import type { ScenarioFacts } from '../../session/scenarios.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { Panel } from '../calls/Panel.tsx';
import { useSession, useSettings } from '../ConsoleContext.ts';
import { CallFacts } from './CallFacts.tsx';
import { PhoneNumber } from './PhoneNumber.tsx';
import { isConnecting } from './stateKey.ts';

type Props = Readonly<{
  /** of the record; null while it is not known */
  state: string | null;
  /** for what time it was booked, in words; null for a call now */
  when?: string | null;
  /** shown while an agent is being found */
  queue?: ReactNode;
  children?: ReactNode;
}>;

/** A call for now: somebody is being found for it first, or it is on its way. */
export function CallUnderWay({ state, when = null, queue, children }: Props) {
  const t = useCallT();
  const { reference } = useSettings();
  const order = useSession((session) => session.order);
  const awaits = useSession((session) => (session.phase === 'waiting' ? session.awaits : 'call'));
  const told = useSession((session) => (session.phase === 'waiting' ? session.told : ''));
  if (order === null) return null;
  const { flags }: ScenarioFacts = SCENARIOS[order.scenario];
  const isOutbound = flags?.direction === 'USERTERMINATED';
  const isSought = awaits === 'agent' && !isConnecting(state);
  // what was said of a time that has come, or of a call that is there, is no longer true
  const isTold = when === null && !isConnecting(state);
  const { heading, text } = words(t, isSought, isOutbound);
  const number = order.customer.contactNumber;
  return (
    <Panel heading={heading}>
      <p className="panel-text" dir="auto">
        {(isTold && told) || text}
      </p>
      {isSought && queue}
      <CallFacts
        facts={[
          [t('booked.time'), when],
          [t('call.number'), number ? <PhoneNumber key={number} number={number} /> : null],
        ]}
      />
      {children}
      {reference !== '' && <p className="panel-note">{t('reference', { reference })}</p>}
    </Panel>
  );
}

/** What is going on, and what the visitor is to expect. */
function words(t: CallTranslator, isSought: boolean, isOutbound: boolean) {
  if (!isSought) return { heading: t(isOutbound ? 'call.calling' : 'dialog.accepted'), text: '' };
  return { heading: t('call.finding'), text: t(isOutbound ? 'call.findingText' : 'call.findingNumberText') };
}
