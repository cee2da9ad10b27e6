import type { ReactNode } from 'react';
import { linksIn } from './linksIn.ts';
import { OutLink } from './OutLink.tsx';

/** A text whose links can be followed. Always text nodes and elements: nothing in it is ever read as markup. */
export function LinkedText({ text }: Readonly<{ text: string }>): ReactNode {
  return linksIn(text).map(({ text: words, href, host }, place) =>
    href === null ? (
      words
    ) : (
      <OutLink key={place} href={href} host={host}>
        {words}
      </OutLink>
    ),
  );
}
