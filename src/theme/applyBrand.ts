import { accentTones } from './accentTones.ts';
import { parseHex } from './contrast.ts';

type Brand = Readonly<{
  /** hex colour with three or six digits */
  accent?: string | undefined;
  colorScheme?: 'auto' | 'light' | 'dark' | undefined;
}>;

/**
 * Gives the page the colours of a brand. Answers whether its accent had to be changed to be readable;
 * one that is no colour at all leaves ours in place and counts as corrected.
 */
export function applyBrand(
  root: HTMLElement,
  { accent, colorScheme = 'auto' }: Brand,
): { correctedAccent: boolean } {
  if (colorScheme === 'auto') delete root.dataset['scheme'];
  else root.dataset['scheme'] = colorScheme;

  if (accent === undefined) return { correctedAccent: false };
  const colour = parseHex(accent);
  if (colour === null) return { correctedAccent: true };
  const { light, dark, isCorrected } = accentTones(colour);
  const names = {
    accent: '--accent',
    strong: '--accent-strong',
    on: '--on-accent',
    soft: '--accent-soft',
  } as const;
  for (const tone of ['accent', 'strong', 'on', 'soft'] as const) {
    root.style.setProperty(names[tone], `light-dark(${light[tone]}, ${dark[tone]})`);
  }
  return { correctedAccent: isCorrected };
}
