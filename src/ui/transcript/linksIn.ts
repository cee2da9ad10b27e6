import { LinkifyIt } from 'linkify-it';

export type Piece = Readonly<{
  text: string;
  /** null: no link */
  href: string | null;
  /** what the host is called on the wire, when it is written differently: look-alike letters show */
  host: string | null;
}>;

const SAFE = new Set(['https:', 'http:', 'mailto:', 'tel:']);
/** Marks that turn the direction of what follows: an address that holds one is not to be trusted. */
const DIRECTION_MARK = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
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
    const href = hrefOf(match.raw, match.schema, match.url);
    if (href === null) continue;
    if (match.index > end) pieces.push(plain(text.slice(end, match.index)));
    pieces.push({ text: match.raw, href: href.href, host: unlikeHost(href, match.raw) });
    end = match.lastIndex;
  }
  if (end < text.length) pieces.push(plain(text.slice(end)));
  return pieces;
}

function plain(text: string): Piece {
  return { text, href: null, host: null };
}

function hrefOf(raw: string, scheme: string, url: string): URL | null {
  if (DIRECTION_MARK.test(raw)) return null;
  // a bare name of a site is taken for the safe variant
  const address = scheme === '' ? `https://${raw}` : url;
  if (!URL.canParse(address)) return null;
  const parsed = new URL(address);
  return SAFE.has(parsed.protocol) && parsed.username === '' && parsed.password === '' ? parsed : null;
}

function unlikeHost(url: URL, raw: string): string | null {
  return raw.toLowerCase().includes(url.host) ? null : url.host;
}
