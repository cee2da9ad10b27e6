import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { mayHoldLink } from './mayHoldLink.ts';

/** `isFormatted`: signs of Markdown in it are to be read. */
type Text = Readonly<{ text: string; isFormatted?: boolean }>;

/** What finds links and signs is fetched for the first text that may hold some; until then, or without it, it stands plain. */
const LivelyText = lazy(() =>
  import('./LivelyText.tsx').then(
    (module) => ({ default: module.LivelyText }),
    () => ({ default: PlainText }),
  ),
);

export function MessageText({ text, isFormatted = false }: Text) {
  if (!isFormatted && !mayHoldLink(text)) return <PlainText text={text} />;
  return (
    <Suspense fallback={text}>
      <LivelyText text={text} isFormatted={isFormatted} />
    </Suspense>
  );
}

function PlainText({ text }: Text): ReactNode {
  return text;
}
