import { useState } from 'react';
import { useSettings, useT } from '../ConsoleContext.ts';
import { isFoldable, folded } from './folded.ts';
import { MessageText } from './MessageText.tsx';

type Props = Readonly<{ text: string; isOwn: boolean; isUnfolded: boolean }>;

/** The words of a message; a very long one shows its beginning first. What the visitor wrote stays as it was written. */
export function BubbleText({ text, isOwn, isUnfolded }: Props) {
  const t = useT();
  const { markdown } = useSettings().chat;
  const isFormatted = markdown && !isOwn;
  const [isOpen, setIsOpen] = useState(false);
  if (!isFoldable(text) || isUnfolded) return <MessageText text={text} isFormatted={isFormatted} />;
  return (
    <>
      <MessageText text={isOpen ? text : folded(text)} isFormatted={isFormatted} />
      <button type="button" className="fold" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t(isOpen ? 'transcript.showLess' : 'transcript.showAll')}
      </button>
    </>
  );
}
