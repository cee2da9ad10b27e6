import { useState } from 'react';
import { useCallT } from '../calls/CallWordsContext.ts';

type Props = Readonly<{ label: string; text: string }>;

/** Says whether it worked: some pages are not let near the clipboard. */
export function CopyButton({ label, text }: Props) {
  const t = useCallT();
  const [isCopied, setIsCopied] = useState<boolean | null>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      setIsCopied(false);
    }
  }

  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {label}
      </button>
      <p className="panel-note" aria-live="polite">
        {isCopied !== null && t(isCopied ? 'dial.copied' : 'dial.notCopied')}
      </p>
    </>
  );
}
