import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { mayHoldLink } from './mayHoldLink.ts';

type Text = Readonly<{ text: string }>;

/** What finds links is fetched for the first text that may hold one; until then, or without it, the text stands plain. */
const LinkedText = lazy(() =>
  import('./LinkedText.tsx').then(
    (module) => ({ default: module.LinkedText }),
    () => ({ default: PlainText }),
  ),
);

export function MessageText({ text }: Text) {
  if (!mayHoldLink(text)) return <PlainText text={text} />;
  return (
    <Suspense fallback={text}>
      <LinkedText text={text} />
    </Suspense>
  );
}

function PlainText({ text }: Text): ReactNode {
  return text;
}
