import type { Token } from 'markdown-it/browser';
import MarkdownIt from 'markdown-it/browser';
import { safeAddress } from '../transcript/safeAddress.ts';

/** A piece of a line. */
export type Inline =
  | Readonly<{ type: 'text' | 'code'; text: string }>
  | Readonly<{ type: 'break' }>
  | Readonly<{ type: 'bold' | 'italic' | 'struck'; pieces: readonly Inline[] }>
  | Readonly<{ type: 'link'; url: string; text: string }>
  | Readonly<{ type: 'picture'; url: string; alt: string }>;

export type Block =
  | Readonly<{ type: 'paragraph'; pieces: readonly Inline[] }>
  | Readonly<{ type: 'codeBlock'; text: string }>
  | Readonly<{ type: 'quote'; blocks: readonly Block[] }>
  /** `start`: number of its first item; null: not numbered */
  | Readonly<{ type: 'list'; start: number | null; items: readonly (readonly Block[])[] }>;

/** Lists in lists in lists, quotes in quotes, bold in links: nobody means more. */
const DEEPEST = 10;

const parser = new MarkdownIt('zero', { maxNesting: DEEPEST, linkify: true });
parser.block.ruler.enable(['blockquote', 'fence', 'heading', 'list']);
parser.inline.ruler.enable(['backticks', 'emphasis', 'escape', 'image', 'link', 'newline', 'strikethrough']);
parser.inline.ruler2.enable(['emphasis', 'strikethrough']);
// an address in a text is one piece, whatever signs are in it; what makes it a link is the same as everywhere
parser.inline.ruler.enable('linkify');
parser.validateLink = (url) => safeAddress(url) !== null;
parser.normalizeLink = (url) => url;

/**
 * The part of Markdown that people and bots use in a chat, read by markdown-it, whose tokens never become HTML here.
 * Everything else, markup above all, is the text that it is. What is nested too deep to be meant, which the parser
 * would leave out, stands as it was written.
 */
export function readMarkdown(text: string): readonly Block[] {
  const tokens = parser.parse(text, {});
  const isTooDeep = tokens.some((token) => isDeep(token) || token.children?.some(isDeep));
  return isTooDeep
    ? [{ type: 'paragraph', pieces: [{ type: 'text', text }] }]
    : branchesOf(tokens).flatMap(blocksOf);
}

function isDeep({ level }: Token): boolean {
  return level >= DEEPEST - 1;
}

/** A token with what stands between it and the one that closes it. */
type Branch = Readonly<{ token: Token; branches: Branch[] }>;

function branchesOf(tokens: readonly Token[]): readonly Branch[] {
  const root: Branch[] = [];
  const open = [root];
  for (const token of tokens) {
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const branch = { token, branches: [] };
    open.at(-1)?.push(branch);
    if (token.nesting === 1) open.push(branch.branches);
  }
  return root;
}

function blocksOf({ token, branches }: Branch): readonly Block[] {
  switch (token.type) {
    case 'blockquote_open':
      return [{ type: 'quote', blocks: branches.flatMap(blocksOf) }];
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const start = token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : null;
      return [{ type: 'list', start, items: branches.map((item) => item.branches.flatMap(blocksOf)) }];
    }
    case 'fence':
      return [{ type: 'codeBlock', text: token.content.replace(/\n$/, '') }];
    case 'heading_open':
      return [{ type: 'paragraph', pieces: [{ type: 'bold', pieces: branches.flatMap(lineOf) }] }];
    default:
      return [{ type: 'paragraph', pieces: branches.flatMap(lineOf) }];
  }
}

function lineOf({ token }: Branch): readonly Inline[] {
  return branchesOf(token.children ?? []).flatMap(inlineOf);
}

function inlineOf({ token, branches }: Branch): readonly Inline[] {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return [{ type: 'break' }];
    case 'code_inline':
      return [{ type: 'code', text: token.content }];
    case 'strong_open':
      return [{ type: 'bold', pieces: branches.flatMap(inlineOf) }];
    case 'em_open':
      return [{ type: 'italic', pieces: branches.flatMap(inlineOf) }];
    case 's_open':
      return [{ type: 'struck', pieces: branches.flatMap(inlineOf) }];
    case 'image':
      return [{ type: 'picture', url: addressOf(token, 'src'), alt: token.content }];
    case 'link_open': {
      const text = wordsOf(branches);
      return token.markup === 'linkify'
        ? [{ type: 'text', text }]
        : [{ type: 'link', url: addressOf(token, 'href'), text }];
    }
    default:
      return token.content === '' ? [] : [{ type: 'text', text: token.content }];
  }
}

function addressOf(token: Token, name: 'href' | 'src'): string {
  return String(token.attrGet(name) ?? '');
}

/** What is written in a link, without signs: a picture in it is its description, and it is one line. */
function wordsOf(branches: readonly Branch[]): string {
  return branches
    .map(({ token, branches: inner }) =>
      token.type.endsWith('break') ? ' ' : token.content + wordsOf(inner),
    )
    .join('');
}
