import type { Translator } from '../../i18n/translator.ts';

/** How much time is left, as far as the server told. */
export function idleWords(t: Translator, secondsLeft: number | null): string {
  return secondsLeft === null || secondsLeft <= 0
    ? t('idle.text')
    : t('idle.countdown', { count: secondsLeft });
}
