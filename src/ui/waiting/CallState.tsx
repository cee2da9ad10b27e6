import type { ReactNode } from 'react';
import { useCallT } from '../calls/CallWordsContext.ts';
import { CancelCall } from './CancelCall.tsx';
import { isCancellable, stateKey } from './stateKey.ts';
import { useCallRecord } from './useCallRecord.ts';

type Props = Readonly<{ serviceId: string; desiredTime: string | null; children?: ReactNode }>;

/** How the order stands, as it moves; what can be done about it, and the way back as long as there is one. */
export function CallState({ serviceId, desiredTime, children }: Props) {
  const t = useCallT();
  const { record, isUnknown } = useCallRecord(serviceId, desiredTime);
  const key = record ? stateKey(record.state) : null;
  return (
    <>
      <p className="call-state" aria-live="polite">
        {isUnknown ? t('call.state.unknown') : key !== null && t(key)}
      </p>
      <div className="buttons">
        {children}
        {(!record || isCancellable(record.state)) && <CancelCall serviceId={serviceId} />}
      </div>
    </>
  );
}
