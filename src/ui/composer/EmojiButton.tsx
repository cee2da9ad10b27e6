import { Suspense, useRef, useState } from 'react';
import type { RefObject } from 'react';
import styles from '../../theme/emoji.css?url';
import { useT } from '../ConsoleContext.ts';
import { Icon } from '../parts/Icon.tsx';
import { lazyPart } from '../parts/lazyPart.ts';

/** Fetched when somebody opens it. */
const EmojiPicker = lazyPart(async () => (await import('../emoji/EmojiPicker.tsx')).EmojiPicker);

/** Opens the picker beside the field; what is chosen goes where the caret is. */
export function EmojiButton({ field }: Readonly<{ field: RefObject<HTMLTextAreaElement | null> }>) {
  const t = useT();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const label = t('composer.emoji');

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
    <>
      <link rel="stylesheet" href={styles} precedence="emoji" />
      <button
        ref={button}
        type="button"
        className="emoji-button"
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="smile" />
      </button>
      {isOpen && (
        <Suspense>
          <EmojiPicker
            label={label}
            opener={button}
            onChoose={insert}
            onClose={() => {
              setIsOpen(false);
              button.current?.focus();
            }}
            onLeave={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
