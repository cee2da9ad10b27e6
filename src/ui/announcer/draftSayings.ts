import type { Translator } from '../../i18n/translator.ts';
import { lengthInCodePoints } from '../composer/attachComposerField.ts';
import { isNearLimit } from '../composer/isNearLimit.ts';
import type { Saying } from './createSpeaker.ts';

type Room = 'enough' | 'little' | 'none';

/** Says once when a text gets near its limit, and once when it is too long. */
export function draftSayings(
  t: Translator,
  maxLength: number,
  before: string,
  after: string,
): readonly Saying[] {
  const room = roomFor(after, maxLength);
  if (before === after || room === 'enough' || room === roomFor(before, maxLength)) return [];
  const left = maxLength - lengthInCodePoints(after);
  const text = room === 'little' ? t('composer.left', { count: left }) : t('composer.over', { count: -left });
  return [{ text, isMessage: false }];
}

function roomFor(text: string, maxLength: number): Room {
  const length = lengthInCodePoints(text);
  if (length > maxLength) return 'none';
  return isNearLimit(length, maxLength) ? 'little' : 'enough';
}
