import { memo } from 'react';
import type { Notice } from '../../session/transcript.ts';
import { useT } from '../ConsoleContext.ts';
import { Sentence } from '../parts/Sentence.tsx';
import { DayLine } from './DayLine.tsx';
import { noticeParts } from './noticeParts.ts';

type Props = Readonly<{
  index: number | null;
  at: number | null;
  notice: Notice;
  name: string;
  other: string | null;
  day: string | null;
}>;

/** A neutral line between messages. */
export const NoticeLine = memo(function NoticeLine({ index, at, notice, name, other, day }: Props) {
  const t = useT();
  return (
    <li className="row" data-entry="notice" data-index={index ?? undefined}>
      <DayLine day={day} />
      <p className="notice" dir="auto">
        <Sentence parts={noticeParts(t, notice, name, other)} />
        {at !== null && <time dateTime={new Date(at).toISOString()}> · {t.time(at)}</time>}
      </p>
    </li>
  );
});
