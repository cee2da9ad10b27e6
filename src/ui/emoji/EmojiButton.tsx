import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import styles from '../../theme/emoji.css?url';
import { useExtraT } from '../extras/useExtraT.ts';
import { EmojiPicker } from './EmojiPicker.tsx';

type Props = Readonly<{ field: RefObject<HTMLTextAreaElement | null> }>;

/** Opens the picker beside the field; what is chosen goes where the caret is. */
export function EmojiButton({ field }: Props) {
  const t = useExtraT();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  function insert(emoji: string): void {
    const { current } = field;
    setIsOpen(false);
    if (current === null) return;
    current.focus();
    current.setRangeText(emoji, current.selectionStart, current.selectionEnd, 'end');
    // the one way in which a text gets from the field to the session
    current.dispatchEvent(new Event('input', { bubbles: true }));
  }

  return (
    <div className="emoji">
      <link rel="stylesheet" href={styles} precedence="emoji" />
      <button
        ref={button}
        type="button"
        className="emoji-button"
        aria-label={t('emoji.open')}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span aria-hidden="true">☺</span>
      </button>
      {isOpen && (
        <EmojiPicker
          label={t('emoji.label')}
          opener={button}
          onChoose={insert}
          onClose={() => {
            setIsOpen(false);
            button.current?.focus();
          }}
          onLeave={() => setIsOpen(false)}
        />
      )}
    </div>
  );
}
