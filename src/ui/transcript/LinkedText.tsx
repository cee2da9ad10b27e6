import type { ReactNode } from 'react';
import { linksIn } from './linksIn.ts';

/** A text whose links can be followed. Always text nodes and elements: nothing in it is ever read as markup. */
export function LinkedText({ text }: Readonly<{ text: string }>): ReactNode {
  return linksIn(text).map((piece, place) =>
    piece.href === null ? (
      piece.text
    ) : (
      <a key={place} className="link" href={piece.href} target="_blank" rel="noopener noreferrer">
        {piece.text}
        {piece.host !== null && <bdi> ({piece.host})</bdi>}
      </a>
    ),
  );
}
