import { use, useMemo } from 'react';
import type { ReactNode } from 'react';
import styles from '../../theme/calls.css?url';
import { useT } from '../ConsoleContext.ts';
import { callWords } from './callWords.ts';
import { CallWordsContext } from './CallWordsContext.ts';

/**
 * What screens that come on demand need around them: their words, and their styles. React shows nothing of it
 * before the style sheet is there, and puts it into the page once.
 */
export function CallFrame({ children }: Readonly<{ children: ReactNode }>) {
  const t = useT();
  const words = use(callWords(t.locale));
  const all = useMemo(() => t.withCalls(words), [t, words]);
  return (
    <CallWordsContext value={all}>
      <link rel="stylesheet" href={styles} precedence="calls" />
      {children}
    </CallWordsContext>
  );
}
