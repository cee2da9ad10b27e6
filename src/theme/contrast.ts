/** A colour as red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Reads `#abc` and `#aabbcc`, with or without the sign; null for anything else. */
export function parseHex(hex: string): Rgb | null {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(hex.trim())?.[1];
  if (digits === undefined) return null;
  const six = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  const channel = (place: number) => Number.parseInt(six.slice(place, place + 2), 16);
  return [channel(0), channel(2), channel(4)];
}

export function toHex(colour: Rgb): string {
  return `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** So much of the other colour, from 0 to 1, mixed into the first. */
export function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const blend = (one: number, two: number) => Math.round(one + (two - one) * share);
  return [blend(colour[0], other[0]), blend(colour[1], other[1]), blend(colour[2], other[2])];
}

/** Contrast of two colours, 1 to 21. Source: WCAG 2.2, relative luminance and contrast ratio. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
