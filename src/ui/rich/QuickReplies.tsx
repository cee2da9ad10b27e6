import { useRef } from 'react';
import { randomId } from '../../lib/randomId.ts';
import type { QuickReply } from '../../session/richContent.ts';
import { useDispatch, useSession } from '../ConsoleContext.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { useHandOverFocus } from '../parts/handOverFocus.ts';
import { ownWordsAfter } from './ownWordsAfter.ts';
import { RichPicture } from './RichPicture.tsx';

type Props = Readonly<{ id: string; replies: readonly QuickReply[] }>;

/** Answers to choose from. They go as soon as the visitor has said anything, chosen or written. */
export function QuickReplies({ id, replies }: Props) {
  const isOpen = useSession((state) => state.phase === 'chat' && ownWordsAfter(state, id).length === 0);
  return isOpen ? <Chips replies={replies} /> : null;
}

function Chips({ replies }: Pick<Props, 'replies'>) {
  const t = useExtraT();
  const dispatch = useDispatch();
  const chips = useRef<HTMLDivElement>(null);
  useHandOverFocus(chips);
  return (
    <div className="chips" role="group" aria-label={t('rich.answers')} ref={chips}>
      {replies.map(({ text, image }, place) => (
        <button
          key={place}
          type="button"
          className="chip"
          dir="auto"
          onClick={() => dispatch({ type: 'sendRequested', key: randomId(), text })}
        >
          {image && <RichPicture image={{ ...image, alt: '' }} />}
          {text}
        </button>
      ))}
    </div>
  );
}
