import type { ExtraTranslator } from '../../i18n/translator.ts';
import { assertNever } from '../../lib/assertNever.ts';
import type { FileLimits } from '../../queries/loadFiles.ts';
import type { Failure } from '../../session/failure.ts';
import { meaningOf } from '../../session/failure.ts';
import type { Refusal } from './checkFile.ts';
import { sizeWords } from './sizeWords.ts';

/** Why a file was not sent, with the limit that it is over, when that is known. */
export function refusalWords(t: ExtraTranslator, refusal: Refusal, limits: FileLimits | null): string {
  switch (refusal) {
    case 'tooMany':
      return limits?.maxFiles ? t('file.tooManyOf', { count: limits.maxFiles }) : t('file.tooMany');
    case 'tooLarge':
      return limits?.maxSize
        ? t('file.tooLargeFor', { size: sizeWords(t, limits.maxSize) })
        : t('file.tooLarge');
    case 'total':
      return limits?.maxTotal ? t('file.total', { size: sizeWords(t, limits.maxTotal) }) : t('file.tooLarge');
    case 'type':
      return limits?.types ? t('file.typeOf', { types: typeWords(limits.types) }) : t('file.type');
    case 'empty':
    case 'dishonest':
    case 'needsAgent':
      return t(`file.${refusal}`);
    default:
      return assertNever(refusal);
  }
}

/** Numbers under which GMS refuses a file. Source: protocol/gms-chat.md §8.2. */
const CODES = new Map<number | undefined, Refusal>([
  [201, 'tooMany'],
  [202, 'tooLarge'],
  [203, 'type'],
]);

/** What became of an upload that ended badly. What may have arrived is never called failed. */
export function uploadFailureWords(t: ExtraTranslator, failure: Failure, limits: FileLimits | null): string {
  const refusal = CODES.get(failure.code);
  if (refusal !== undefined) return refusalWords(t, refusal, limits);
  if (failure.kind === 'over') return t('file.over');
  const { send } = meaningOf(failure);
  switch (send) {
    case 'unsent':
    case 'later':
      return t('file.failed');
    case 'unknown':
      return t('file.unsure');
    case 'refused':
      return t('file.refused');
    default:
      return assertNever(send);
  }
}

export function typeWords(types: readonly string[]): string {
  return types.map((type) => type.toUpperCase()).join(', ');
}
