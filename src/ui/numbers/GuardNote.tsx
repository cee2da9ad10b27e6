import type { ReactNode } from 'react';
import { useExtraT } from '../extras/useExtraT.ts';
import { loadLateParts } from '../loadLateParts.ts';
import { lazyPart } from '../parts/lazyPart.ts';
import type { GuardedMessage } from './guardNumbers.ts';

const AskTwice = lazyPart(async () => (await loadLateParts()).AskTwice);

type Props = Readonly<{ guarded: GuardedMessage; onKeep: () => void; onSend: () => void }>;

/** Says what was found in a message, and asks, or says what was done about it. */
export function GuardNote({ guarded, onKeep, onSend }: Props): ReactNode {
  const t = useExtraT();
  const { policy, kind } = guarded;
  if (policy !== 'warn') {
    return (
      <p className="composer-note" role="alert" data-over={policy === 'block' || undefined}>
        {t(`numbers.${policy}.${kind}`)}
      </p>
    );
  }
  return (
    <AskTwice
      question={t(`numbers.question.${kind}`)}
      text={t('numbers.warning')}
      keep={t('numbers.change')}
      goOn={t('numbers.send')}
      onKeep={onKeep}
      onGoOn={onSend}
    />
  );
}
