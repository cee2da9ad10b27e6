import type { ReactNode, RefObject } from 'react';
import type { Finding } from '../composer/lookForNumbers.ts';
import { useSettings } from '../ConsoleContext.ts';
import { EmojiButton } from '../emoji/EmojiButton.tsx';
import { GuardNote } from '../numbers/GuardNote.tsx';

type Props = Readonly<{
  field: RefObject<HTMLTextAreaElement | null>;
  finding: Finding | null;
  /** the visitor has decided about what was found */
  onSettled: () => void;
}>;

/** What comes beside the field: emoji, and a word about numbers that are better not sent. */
export function ComposerExtras({ field, finding, onSettled }: Props): ReactNode {
  const { features } = useSettings();
  return (
    <>
      {features.emoji && <EmojiButton field={field} />}
      {finding !== null && (
        <GuardNote
          guarded={finding.guarded}
          onKeep={onSettled}
          onSend={() => {
            onSettled();
            finding.send();
          }}
        />
      )}
    </>
  );
}
