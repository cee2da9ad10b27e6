import { useClock } from '../banner/useClock.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import type { QueuePosition } from '../../queries/loadCallbacks.ts';
import { ageWords, isCurrent, waitWords } from './queueWords.ts';
import { useQueueSayings } from './useQueueSayings.ts';

type Props = Readonly<{ queue: QueuePosition; updatedAt: number }>;

/** The figures and their age. What is not known is said to be so; what is old is not shown as the present. */
export function QueueTiles({ queue, updatedAt }: Props) {
  const t = useCallT();
  const age = Math.max(0, useClock() - updatedAt);
  const spoken = useQueueSayings(queue);
  const { position, waitSeconds, totalWaiting } = queue;
  const figures = [
    { label: t('queue.wait'), value: waitSeconds === null ? null : waitWords(t, waitSeconds) },
    { label: t('queue.position'), value: position === null ? null : t.number(position) },
    { label: t('queue.total'), value: totalWaiting === null ? null : t.number(totalWaiting) },
  ];
  return (
    <>
      <dl className="tiles" data-old={!isCurrent(age) || undefined}>
        {figures.map(({ label, value }) => (
          <div key={label} className="tile">
            <dt className="tile-label">{label}</dt>
            <dd className="tile-value" data-unknown={value === null || undefined}>
              {value ?? t('queue.unknown')}
            </dd>
          </div>
        ))}
      </dl>
      <p className="panel-note">{ageWords(t, age)}</p>
      <p className="hidden" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}
