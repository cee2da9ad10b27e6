/** A piece of a line. What is bold or italic may hold further pieces. */
export type Inline =
  | Readonly<{ type: 'text' | 'code'; text: string }>
  | Readonly<{ type: 'bold' | 'italic'; pieces: readonly Inline[] }>
  | Readonly<{ type: 'link'; text: string; url: string }>;

export type Block =
  | Readonly<{ type: 'lines'; lines: readonly (readonly Inline[])[] }>
  /** `start`: number of its first item; null: not numbered */
  | Readonly<{ type: 'list'; start: number | null; items: readonly (readonly Inline[])[] }>;

/**
 * The few signs of Markdown that people and bots use in a chat: bold, italic, code, links, lists. Everything else is
 * the text that it is. Each sign is looked for up to the next one of its kind, so that no text takes longer than its
 * length: nothing here goes back.
 */
export function readMarkdown(text: string): readonly Block[] {
  const blocks: { type: 'lines' | 'list'; start: number | null; lines: (readonly Inline[])[] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const item = ITEM.exec(line);
    const type = item ? 'list' : 'lines';
    const start = item?.[1] === undefined ? null : Number.parseInt(item[1], 10);
    const last = blocks.at(-1);
    const pieces = readInline(item ? line.slice(item[0].length) : line, DEEPEST);
    if (last?.type === type && (last.start === null) === (start === null)) last.lines.push(pieces);
    else blocks.push({ type, start, lines: [pieces] });
  }
  return blocks.map(({ type, start, lines }) =>
    type === 'list' ? { type, start, items: lines } : { type, lines },
  );
}

/** Bold in italic in bold is enough. */
const DEEPEST = 3;
const ITEM = /^ {0,3}(?:[-*•]|(\d{1,3}[.)])) +(?=\S)/;
const SIGNS =
  /`([^`\n]+)`|\*\*([^*\n]+)\*\*|__([^_\n]+)__|\*([^*\s][^*\n]*)\*|(?<![\p{L}\p{N}_])_([^_\s][^_\n]*)_(?![\p{L}\p{N}_])|\[([^[\]\n]{1,500})\]\(([^()\s]{1,2000})\)/gu;

function readInline(text: string, depth: number): readonly Inline[] {
  if (depth === 0) return [{ type: 'text', text }];
  const pieces: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(SIGNS)) {
    if (match.index > end) pieces.push({ type: 'text', text: text.slice(end, match.index) });
    pieces.push(pieceOf(match, depth));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ type: 'text', text: text.slice(end) });
  return pieces;
}

function pieceOf(match: RegExpMatchArray, depth: number): Inline {
  const [whole, code, bold, strong, italic, slanted, label, url] = match;
  if (code !== undefined) return { type: 'code', text: code };
  const heavy = bold ?? strong;
  if (heavy !== undefined) return { type: 'bold', pieces: readInline(heavy, depth - 1) };
  const light = italic ?? slanted;
  if (light !== undefined) return { type: 'italic', pieces: readInline(light, depth - 1) };
  return label !== undefined && url !== undefined
    ? { type: 'link', text: label, url }
    : { type: 'text', text: whole };
}
