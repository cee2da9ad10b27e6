import { useState } from 'react';
import { useT } from '../ConsoleContext.ts';
import { isFoldable, folded } from './folded.ts';
import { MessageText } from './MessageText.tsx';

/** The words of a message; a very long one shows its beginning first. */
export function BubbleText({ text, isUnfolded }: Readonly<{ text: string; isUnfolded: boolean }>) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  if (!isFoldable(text) || isUnfolded) return <MessageText text={text} />;
  return (
    <>
      <MessageText text={isOpen ? text : folded(text)} />
      <button type="button" className="fold" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t(isOpen ? 'transcript.showLess' : 'transcript.showAll')}
      </button>
    </>
  );
}
