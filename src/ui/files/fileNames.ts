import { legible } from '../saving/legible.ts';

/** After the last dot, in lower case; empty without one. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

const NAME_LENGTH_MAX = 120;

/** A name under which a file of somebody else can be saved: no path, no markup, nothing that turns its direction. */
export function savableName(name: string): string {
  const plain = legible(name)
    .replaceAll(/[\\/:*?"<>|\n\t]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[.\s]+/, '')
    .trim();
  const extension = extensionOf(plain);
  const short =
    plain.length <= NAME_LENGTH_MAX ? plain : `${plain.slice(0, NAME_LENGTH_MAX - 12)}.${extension}`;
  return short === '' ? 'file' : short;
}
