import { LinkifyIt } from 'linkify-it';
import { safeAddress } from './safeAddress.ts';
import { unsaidHost } from './unsaidHost.ts';

export type Piece = Readonly<{
  text: string;
  /** null: no link */
  href: string | null;
  /** what the host is called on the wire, when it is written differently: look-alike letters show */
  host: string | null;
}>;

const TELEPHONE = /^\+?[\d().\-/ ]{3,30}\d/;

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: false })
  .add('ftp:', null)
  .add('//', null)
  .add('tel:', {
    validate: (text, position) => TELEPHONE.exec(text.slice(position, position + 40))?.[0].length ?? 0,
  });

/** A text in pieces: plain ones, and links with the schemes that are safe to follow. */
export function linksIn(text: string): readonly Piece[] {
  const matches = linkify.match(text) ?? [];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of matches) {
    // a bare name of a site is taken for the safe variant
    const href = safeAddress(match.schema === '' ? `https://${match.raw}` : match.url);
    if (href === null) continue;
    if (match.index > end) pieces.push(plain(text.slice(end, match.index)));
    pieces.push({
      text: match.raw,
      href: href.href,
      host: href.host === '' ? null : unsaidHost(href, match.raw),
    });
    end = match.lastIndex;
  }
  if (end < text.length) pieces.push(plain(text.slice(end)));
  return pieces;
}

function plain(text: string): Piece {
  return { text, href: null, host: null };
}
