import { lazy } from 'react';
import type { ReactNode } from 'react';
import { mayHoldMarkdown } from '../markdown/mayHoldMarkdown.ts';
import { LinkedText } from './LinkedText.tsx';

type Text = Readonly<{ text: string; isFormatted?: boolean }>;

/** Fetched where the site asked for it, for the first text with signs in it; without it links are found all the same. */
const FormattedText = lazy(() =>
  import('../markdown/FormattedText.tsx').then(
    (module) => ({ default: module.FormattedText }),
    () => ({ default: LinkedText }),
  ),
);

/** A text with more in it than letters. */
export function LivelyText({ text, isFormatted = false }: Text): ReactNode {
  return isFormatted && mayHoldMarkdown(text) ? <FormattedText text={text} /> : <LinkedText text={text} />;
}
