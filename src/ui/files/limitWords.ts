import type { ExtraTranslator } from '../../i18n/translator.ts';
import type { FileLimits } from '../../queries/loadFiles.ts';
import { typeWords } from './refusalWords.ts';
import { sizeWords } from './sizeWords.ts';

/** Whether a file can be attached now, and under which conditions. */
export function limitWords(
  t: ExtraTranslator,
  limits: FileLimits | null,
  hasAgent: boolean,
): Readonly<{ isOpen: boolean; words: string }> {
  if (limits === null) return { isOpen: true, words: '' };
  const left = limits.maxFiles === null ? null : Math.max(0, limits.maxFiles - limits.usedFiles);
  const isUsedUp = left === 0 || (limits.maxTotal !== null && limits.usedTotal >= limits.maxTotal);
  if (isUsedUp || limits.maxSize === 0) return { isOpen: false, words: t('file.noneLeft') };
  if (limits.needsAgent && !hasAgent) return { isOpen: false, words: t('file.needsAgent') };
  const words = [
    limits.types && typeWords(limits.types),
    limits.maxSize !== null && t('file.upTo', { size: sizeWords(t, limits.maxSize) }),
    left !== null && t('file.left', { count: left }),
  ];
  return { isOpen: true, words: words.filter(Boolean).join(' · ') };
}
