import { useRef } from 'react';
import type { QuickReply } from '../../session/richContent.ts';
import { useSession } from '../ConsoleContext.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { useHandOverFocus } from '../parts/handOverFocus.ts';
import { ownWordsAfter } from './ownWordsAfter.ts';
import { RichPicture } from './RichPicture.tsx';
import { selectMayAnswer } from './selectMayAnswer.ts';
import { useSay } from './useSay.ts';

type Props = Readonly<{ id: string; replies: readonly QuickReply[] }>;

/** Answers to choose from. They go as soon as the visitor has said anything, chosen or written. */
export function QuickReplies({ id, replies }: Props) {
  const isOpen = useSession((state) => selectMayAnswer(state) && ownWordsAfter(state, id).length === 0);
  return isOpen ? <Chips replies={replies} /> : null;
}

function Chips({ replies }: Pick<Props, 'replies'>) {
  const t = useExtraT();
  const say = useSay();
  const chips = useRef<HTMLDivElement>(null);
  useHandOverFocus(chips);
  return (
    <div className="chips" role="group" aria-label={t('rich.answers')} ref={chips}>
      {replies.map(({ text, image }, place) => (
        <button key={place} type="button" className="chip" dir="auto" onClick={() => say(text)}>
          {image && <RichPicture image={{ ...image, alt: '' }} />}
          {text}
        </button>
      ))}
    </div>
  );
}
