import type { ReactNode } from 'react';
import { assertNever } from '../../lib/assertNever.ts';
import styles from '../../theme/formatted.css?url';
import richStyles from '../../theme/rich.css?url';
import { RichPicture } from '../rich/RichPicture.tsx';
import { LinkedText } from '../transcript/LinkedText.tsx';
import { OutLink } from '../transcript/OutLink.tsx';
import { safeAddress } from '../transcript/safeAddress.ts';
import { unsaidHost } from '../transcript/unsaidHost.ts';
import type { Block, Inline } from './readMarkdown.ts';
import { readMarkdown } from './readMarkdown.ts';

/** A text with its signs of Markdown as elements. Always text nodes: markup in it stays text. */
export function FormattedText({ text }: Readonly<{ text: string }>): ReactNode {
  return (
    <>
      <link rel="stylesheet" href={styles} precedence="formatted" />
      <div className="formatted">
        <Blocks blocks={readMarkdown(text)} />
      </div>
    </>
  );
}

function Blocks({ blocks }: Readonly<{ blocks: readonly Block[] }>): ReactNode {
  return blocks.map((block, place) => <BlockView key={place} block={block} />);
}

function BlockView({ block }: Readonly<{ block: Block }>): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Pieces pieces={block.pieces} />
        </p>
      );
    case 'codeBlock':
      return (
        <pre dir="ltr">
          <code>{block.text}</code>
        </pre>
      );
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((blocks, place) => (
        <li key={place}>
          <Blocks blocks={blocks} />
        </li>
      ));
      return block.start === null ? <ul role="list">{items}</ul> : <ol start={block.start}>{items}</ol>;
    }
    default:
      return assertNever(block);
  }
}

function Pieces({ pieces }: Readonly<{ pieces: readonly Inline[] }>): ReactNode {
  return pieces.map((piece, place) => <Piece key={place} piece={piece} />);
}

function Piece({ piece }: Readonly<{ piece: Inline }>): ReactNode {
  switch (piece.type) {
    case 'text':
      return <LinkedText text={piece.text} />;
    case 'code':
      return <code>{piece.text}</code>;
    case 'break':
      return <br />;
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
    case 'struck':
      return (
        <s>
          <Pieces pieces={piece.pieces} />
        </s>
      );
    case 'picture':
      return <Picture url={piece.url} alt={piece.alt} />;
    case 'link':
      return <NamedLink url={piece.url} text={piece.text} />;
    default:
      return assertNever(piece);
  }
}

/** Its words may say anything: where it leads is said beside them. */
function NamedLink({ url, text }: Readonly<{ url: string; text: string }>): ReactNode {
  const address = safeAddress(url);
  if (address === null) return text;
  return (
    <OutLink href={address.href} host={unsaidHost(address, text)}>
      {text}
    </OutLink>
  );
}

/** As those of rich messages, from the same places only. One without words is named by its address. */
function Picture({ url, alt }: Readonly<{ url: string; alt: string }>) {
  return (
    <>
      <link rel="stylesheet" href={richStyles} precedence="rich" />
      <RichPicture image={{ url, alt: alt || url }} />
    </>
  );
}
