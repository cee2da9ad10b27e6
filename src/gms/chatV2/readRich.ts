import type {
  QuickReply,
  RichAct,
  RichCard,
  RichContent,
  RichImage,
  RichPart,
} from '../../session/richContent.ts';
import type { RichRow } from './richRows.ts';

/** No message holds more of anything than this: what comes after is left out. */
const MOST_ENTRIES = 30;
const LONGEST_TEXT = 4_000;

/**
 * The structured content of a row of `messages`, in either of the two places where servers put it; null when there is
 * none, or none that can be shown: then the words of the message are all. Fetched with the first row that needs it.
 * Source: protocol/gms-chat.md §5.4, TV-35, genesys-widgets-observed.md "Reading an event".
 */
export function readRich({ places, text }: RichRow): RichContent | null {
  const [content] = places.flatMap((place) => contentOf(place, text) ?? []);
  return content && isWorthShowing(content) ? content : null;
}

function contentOf(source: unknown, ownText: unknown): RichContent | null {
  const kind = valueAt(source, 'contentType');
  const listed = valueAt(source, 'content');
  if (typeof kind !== 'string' || !isList(listed)) return null;
  const entries = listed.slice(0, MOST_ENTRIES);
  const text = textAt(source, 'text');
  const all = { text, isPartial: listed.length > entries.length || entries.some(isPartial) };
  switch (kind.toLowerCase()) {
    case 'quick-replies':
      return {
        ...all,
        kind: 'quickReplies',
        text: text || textFrom(ownText),
        replies: entries.flatMap(quickReplyOf),
      };
    case 'generic':
    case 'carousel': {
      const cards = entries.flatMap(cardOf);
      return { ...all, kind: 'cards', arrangement: cards.length > 1 ? 'carousel' : 'list', cards };
    }
    case 'list-vertical':
    case 'list':
    case 'attachments':
      return { ...all, kind: 'cards', arrangement: 'list', cards: entries.flatMap(cardOf) };
    case 'single-selection-list':
      return { ...all, kind: 'choice', cards: entries.flatMap(cardOf) };
    default:
      return null;
  }
}

function isWorthShowing(content: RichContent): boolean {
  return content.kind === 'quickReplies' ? content.replies.length > 0 : content.cards.length > 0;
}

function quickReplyOf(entry: unknown): readonly QuickReply[] {
  const text = textAt(entry, 'text') || textAt(entry, 'title');
  return text === '' ? [] : [{ text, image: imageAt(entry, text) }];
}

function cardOf(entry: unknown): readonly RichCard[] {
  const title =
    ['title', 'text', 'filename', 'name'].map((key) => textAt(entry, key)).find((words) => words !== '') ??
    '';
  const text = textAt(entry, 'desc') || textAt(entry, 'description');
  const components = valueAt(entry, 'components');
  const parts = [
    ...(isList(components) ? components.slice(0, MOST_ENTRIES).flatMap(partOf) : []),
    ...videoOf(entry),
  ];
  const card = { title, text, image: imageAt(entry, title), acts: actsOf(entry), parts };
  return title === '' && text === '' && card.image === null && parts.length === 0 ? [] : [card];
}

function partOf(component: unknown): readonly RichPart[] {
  const text = textAt(component, 'text') || textAt(component, 'title');
  const image = imageAt(component, text);
  switch (textAt(component, 'type').toLowerCase()) {
    case 'image':
      return image ? [{ type: 'image', image }] : [];
    case 'html':
      return [];
    default: {
      const acts = actsOf(component);
      if (acts.length > 0) return [{ type: 'button', text, acts }];
      const words = [text, textAt(component, 'desc')].filter((part) => part !== '').join('\n');
      return [
        ...(image ? [{ type: 'image', image } as const] : []),
        ...(words ? [{ type: 'text', text: words } as const] : []),
      ];
    }
  }
}

/** A video is a page to open: nothing plays by itself here. */
function videoOf(entry: unknown): readonly RichPart[] {
  const url = addressAt(entry, 'video');
  return url === '' ? [] : [{ type: 'button', text: '', acts: [{ type: 'open', url }] }];
}

function actsOf(entry: unknown): readonly RichAct[] {
  const [say, own] = [
    textAt(valueAt(entry, 'actions'), 'textback'),
    textAt(valueAt(entry, 'actions'), 'url'),
  ];
  const url = own || textAt(entry, 'url') || textAt(entry, 'href');
  return [
    ...(say === '' ? [] : [{ type: 'say', text: say } as const]),
    ...(url === '' ? [] : [{ type: 'open', url } as const]),
  ];
}

function imageAt(entry: unknown, title: string): RichImage | null {
  const isPicture = textAt(entry, 'mediaType').toLowerCase() === 'image';
  const url = addressAt(entry, 'image') || (isPicture ? textAt(entry, 'url') : '');
  return url === '' ? null : { url, alt: textAt(entry, 'imageText') || title };
}

/** An address stands there by itself or as the `url` of an object. */
function addressAt(entry: unknown, key: string): string {
  return textAt(entry, key) || textAt(valueAt(entry, key), 'url');
}

/** Commands and markup are for other consoles; that something is missing is said. */
function isPartial(entry: unknown): boolean {
  const components = valueAt(entry, 'components');
  const inner = isList(components) ? components : [];
  if (inner.length > MOST_ENTRIES) return true;
  return [entry, ...inner].some(
    (piece) =>
      !isObject(piece) ||
      textAt(piece, 'type').toLowerCase() === 'html' ||
      valueAt(piece, 'html') !== undefined ||
      valueAt(valueAt(piece, 'actions'), 'commandName') !== undefined,
  );
}

/** `Array.isArray`, without its `any`. */
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function textAt(value: unknown, key: string): string {
  return textFrom(valueAt(value, key));
}

function textFrom(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, LONGEST_TEXT) : '';
}

/** Read by itself: to share the reader of the rest would cost every chat a request. */
function valueAt(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !isList(value);
}
