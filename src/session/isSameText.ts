/** Servers shorten long texts; this much of the beginning is taken for the whole. */
const LONG_ENOUGH_FOR_A_PREFIX = 64;

/**
 * Whether `received` is what became of `sent` on its way through the server: exactly, or after trimming,
 * line ends and control characters, or after one round of HTML escaping, or cut short.
 * Source: reliability.md §3.4.
 */
export function isSameText(sent: string, received: string): boolean {
  if (sent === received) return true;
  const ours = normalised(sent);
  return [received, unescaped(received)]
    .map(normalised)
    .some((theirs) => ours === theirs || isBeginning(theirs, ours));
}

function isBeginning(beginning: string, whole: string): boolean {
  return beginning.length >= LONG_ENOUGH_FOR_A_PREFIX && whole.startsWith(beginning);
}

function normalised(text: string): string {
  return Array.from(text.normalize('NFC').replaceAll('\r\n', '\n'))
    .filter((character) => character >= ' ' || character === '\n')
    .join('')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function unescaped(text: string): string {
  return text
    .replaceAll(/&#(\d{1,7});/g, (whole, digits: string) => character(Number(digits), whole))
    .replaceAll(/&#x([\da-f]{1,6});/gi, (whole, digits: string) =>
      character(Number.parseInt(digits, 16), whole),
    )
    .replaceAll(/&([a-z]{2,6});/gi, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole);
}

function character(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}
