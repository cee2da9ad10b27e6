import type { ReactNode } from 'react';
import { useCallT } from '../calls/CallWordsContext.ts';
import { CancelCall } from './CancelCall.tsx';
import { isCancellable, stateKey } from './stateKey.ts';
import type { KnownRecord } from './useCallRecord.ts';

type Props = KnownRecord & Readonly<{ serviceId: string; children?: ReactNode }>;

/** How the order stands, as it moves; what can be done about it, and the way back as long as there is one. */
export function CallState({ serviceId, record, isUnknown, children }: Props) {
  const t = useCallT();
  const key = record ? stateKey(record.state) : null;
  const canCancel = !record || isCancellable(record.state);
  return (
    <>
      <p className="call-state" aria-live="polite">
        {isUnknown ? t('call.state.unknown') : key !== null && t(key)}
      </p>
      {canCancel && (
        <div className="buttons">
          {children}
          <CancelCall serviceId={serviceId} />
        </div>
      )}
    </>
  );
}
