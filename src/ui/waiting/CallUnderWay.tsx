import { useDispatch, useSession, useSettings } from '../ConsoleContext.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { ChatInstead } from '../calls/ChatInstead.tsx';
import { Panel } from '../calls/Panel.tsx';
import { CallFacts } from './CallFacts.tsx';
import { CallState } from './CallState.tsx';
import { Queue } from './Queue.tsx';

type Props = Readonly<{
  serviceId: string | null;
  number: string;
  /** first an agent is found, then one is called, or calls */
  waitsForAgent: boolean;
  /** the visitor is called, and does not call */
  isOutbound: boolean;
}>;

/** A call for now: we are calling, or somebody is being found first. */
export function CallUnderWay({ serviceId, number, waitsForAgent, isOutbound }: Props) {
  const t = useCallT();
  const dispatch = useDispatch();
  const { reference } = useSettings();
  const isBusy = useSession((state) => state.phase === 'waiting' && state.isBusy);
  const hasFailed = useSession((state) => state.phase === 'waiting' && state.failure !== null);
  return (
    <Panel heading={t(waitsForAgent || !isOutbound ? 'call.finding' : 'call.calling')}>
      {waitsForAgent && (
        <p className="panel-text">{t(isOutbound ? 'call.findingText' : 'call.findingNumberText')}</p>
      )}
      {waitsForAgent && serviceId !== null && <Queue serviceId={serviceId} />}
      <CallFacts facts={[[t('call.number'), number]]} />
      {hasFailed && (
        <p className="form-refusal" role="alert">
          {t('waiting.failed')}
        </p>
      )}
      {waitsForAgent && serviceId !== null && (
        <button
          type="button"
          className="button connect"
          aria-disabled={isBusy}
          onClick={() => dispatch({ type: 'connectRequested' })}
        >
          {t('waiting.connect')}
        </button>
      )}
      {serviceId !== null && (
        <CallState serviceId={serviceId} desiredTime={null}>
          <ChatInstead />
        </CallState>
      )}
      {reference !== '' && <p className="panel-note">{t('reference', { reference })}</p>}
    </Panel>
  );
}
