import type { ReactNode } from 'react';
import { assertNever } from '../../lib/assertNever.ts';
import { MessageText } from '../transcript/MessageText.tsx';
import { webAddress } from '../transcript/webAddress.ts';
import type { Block, Inline } from './readMarkdown.ts';
import { readMarkdown } from './readMarkdown.ts';

/** A text with its few signs of Markdown as elements. Always text nodes: markup in it stays text. */
export function FormattedText({ text }: Readonly<{ text: string }>): ReactNode {
  return readMarkdown(text).map((block, place) => <BlockView key={place} block={block} />);
}

function BlockView({ block }: Readonly<{ block: Block }>): ReactNode {
  if (block.type === 'lines') {
    return block.lines.map((line, place) => (
      <div key={place}>{line.length === 0 ? <br /> : <Pieces pieces={line} />}</div>
    ));
  }
  const items = block.items.map((item, place) => (
    <li key={place}>
      <Pieces pieces={item} />
    </li>
  ));
  return block.start === null ? (
    <ul className="formatted" role="list">
      {items}
    </ul>
  ) : (
    <ol className="formatted" start={block.start}>
      {items}
    </ol>
  );
}

function Pieces({ pieces }: Readonly<{ pieces: readonly Inline[] }>) {
  return pieces.map((piece, place) => <Piece key={place} piece={piece} />);
}

function Piece({ piece }: Readonly<{ piece: Inline }>): ReactNode {
  switch (piece.type) {
    case 'text':
      return <MessageText text={piece.text} />;
    case 'code':
      return <code>{piece.text}</code>;
    case 'bold':
      return (
        <strong>
          <Pieces pieces={piece.pieces} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Pieces pieces={piece.pieces} />
        </em>
      );
    case 'link':
      return <NamedLink {...piece} />;
    default:
      return assertNever(piece);
  }
}

/** The words may say anything: where it leads is said beside them. */
function NamedLink({ text, url }: Readonly<{ text: string; url: string }>) {
  const address = webAddress(url);
  if (address === null || address.username !== '' || address.password !== '') return `[${text}](${url})`;
  return (
    <a className="link" href={address.href} target="_blank" rel="noopener noreferrer">
      {text}
      {!text.toLowerCase().includes(address.host) && <bdi> ({address.host})</bdi>}
    </a>
  );
}
