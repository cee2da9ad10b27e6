import type { CallTranslator } from '../../i18n/translator.ts';
import type { SlotTime } from './slotDays.ts';

/** The time of a slot; which of two it is when it comes twice. */
export function timeWords(t: CallTranslator, { at, offset }: Pick<SlotTime, 'at' | 'offset'>): string {
  return offset === null ? t.time(at) : `${t.time(at)} (${offset})`;
}

/** `Tue 24 Nov at 10:30` */
export function slotWords(t: CallTranslator, slot: Pick<SlotTime, 'at' | 'offset'>): string {
  return t('form.dayAndTime', { day: t.shortDay(slot.at), time: timeWords(t, slot) });
}
