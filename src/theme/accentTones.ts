import type { Rgb } from './contrast.ts';
import { contrast, mix, toHex } from './contrast.ts';

/** One colour and what goes with it: for emphasis, for text on it, for the ground behind something of it. */
export type Tones = Readonly<{ accent: string; strong: string; on: string; soft: string }>;

/** What text needs. Source: WCAG 2.2, 1.4.3. */
const READABLE = 4.5;
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/** The lightest ground of the light scheme is white; text in the accent also stands on the canvas. */
const LIGHT_GROUND: Rgb = [0xf4, 0xf6, 0xf9];
/** The lightest ground that text in the accent stands on in the dark scheme. */
const DARK_GROUND: Rgb = [0x1a, 0x22, 0x2c];
const DARK_INK: Rgb = [0x06, 0x18, 0x2f];

const STEP = 0.04;

/** Tones for both schemes from one colour, each moved as little as it takes to be readable. */
export function accentTones(brand: Rgb): Readonly<{ light: Tones; dark: Tones; isCorrected: boolean }> {
  const light = lightTones(brand);
  return { light, dark: darkTones(brand), isCorrected: light.accent !== toHex(brand) };
}

function lightTones(brand: Rgb): Tones {
  const accent = until(brand, BLACK, (colour) => contrast(colour, LIGHT_GROUND) >= READABLE);
  const soft = mix(accent, WHITE, 0.9);
  const strong = until(mix(accent, BLACK, 0.2), BLACK, (colour) => contrast(colour, soft) >= READABLE);
  return tones(accent, strong, WHITE, soft);
}

function darkTones(brand: Rgb): Tones {
  const accent = until(brand, WHITE, (colour) => contrast(colour, DARK_GROUND) >= READABLE);
  const soft = mix(accent, DARK_GROUND, 0.8);
  const strong = until(mix(accent, WHITE, 0.2), WHITE, (colour) => contrast(colour, soft) >= READABLE);
  const on = until(DARK_INK, BLACK, (colour) => contrast(colour, accent) >= READABLE);
  return tones(accent, strong, on, soft);
}

/** The first colour on the way to the other that will do. */
function until(colour: Rgb, towards: Rgb, isEnough: (colour: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += STEP) {
    const candidate = mix(colour, towards, share);
    if (isEnough(candidate)) return candidate;
  }
  return towards;
}

function tones(accent: Rgb, strong: Rgb, on: Rgb, soft: Rgb): Tones {
  return { accent: toHex(accent), strong: toHex(strong), on: toHex(on), soft: toHex(soft) };
}
