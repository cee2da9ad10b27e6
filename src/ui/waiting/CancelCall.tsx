import { useMutation } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { cancelMutation } from '../../queries/cancelMutation.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { useConsole } from '../ConsoleContext.ts';
import { AskTwice } from '../screens/AskTwice.tsx';

/** Gives the order back, when it is meant. */
export function CancelCall({ serviceId }: Readonly<{ serviceId: string }>) {
  const t = useCallT();
  const { loadCallbacks, session } = useConsole();
  const [isAsking, setIsAsking] = useState(false);
  const { mutate, isPending, isError } = useMutation(cancelMutation(loadCallbacks, serviceId));

  function cancel(): void {
    setIsAsking(false);
    mutate(undefined, {
      onSuccess: () => session.dispatch({ type: 'callbackEnded', reason: 'CANCELLED' }),
    });
  }

  return (
    <>
      <button
        type="button"
        className="button"
        data-kind="danger"
        aria-disabled={isPending}
        onClick={() => {
          if (!isPending) setIsAsking(true);
        }}
      >
        {t('call.cancel')}
      </button>
      {isError && (
        <p className="form-refusal" role="alert">
          {t('call.cancelFailed')}
        </p>
      )}
      {isAsking && (
        // its styles are fetched with it: only the question waits for them, and the focus stays where it is
        <Suspense>
          <AskTwice
            question={t('call.cancelQuestion')}
            text={t('call.cancelText')}
            keep={t('call.keep')}
            goOn={t('call.cancel')}
            onKeep={() => setIsAsking(false)}
            onGoOn={cancel}
          />
        </Suspense>
      )}
    </>
  );
}
