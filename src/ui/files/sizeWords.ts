import type { ExtraTranslator } from '../../i18n/translator.ts';

const KB = 1000;
const MB = 1000 * KB;

/** `bytes` as people say it: whole kilobytes, megabytes with one digit while they are few. */
export function sizeWords(t: ExtraTranslator, bytes: number): string {
  if (bytes < MB) return t('file.kb', { count: Math.max(1, Math.round(bytes / KB)) });
  const mb = bytes / MB;
  return t('file.mb', { count: mb < 10 ? Math.round(mb * 10) / 10 : Math.round(mb) });
}
