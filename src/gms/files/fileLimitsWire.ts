import { ChatError } from '../../session/failure.ts';
import type { ChatReply } from '../chatV2/chatReplyWire.ts';
import { valueAt } from '../jsonObject.ts';
import { readCount } from '../readCount.ts';
import type { FileLimits } from './fileApi.ts';

const LIMITS_NOTICE = 'file-client-cfg-get';

/** Found by type and text, never by its place; all figures are text. @throws ChatError. Source: gms-chat.md §6.1, TV-16 */
export function readFileLimits(reply: ChatReply): FileLimits {
  const row = (reply.messages ?? []).find(isLimits);
  if (row === undefined) throw new ChatError({ kind: 'unreadable' });
  const datum = (key: string) => textOf(valueAt(row, 'userData', key));
  const count = (key: string) => readCount(datum(key)) ?? null;
  return {
    maxFiles: count('upload-max-files'),
    maxSize: count('upload-max-file-size'),
    maxTotal: count('upload-max-total-size'),
    types: extensions(datum('upload-file-types')),
    needsAgent: datum('upload-need-agent')?.toLowerCase() === 'true',
    usedFiles: count('used-upload-max-files') ?? 0,
    usedTotal: count('used-upload-max-total-size') ?? 0,
    downloads: count('download-attempts'),
    usedDownloads: count('used-download-attempts') ?? 0,
  };
}

function isLimits(row: unknown): boolean {
  return valueAt(row, 'text') === LIMITS_NOTICE && textOf(valueAt(row, 'type'))?.toLowerCase() === 'notice';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** `jpeg:jpg:pdf`, split: a search in the text would take `pe` for a type. */
function extensions(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  const types = text
    .toLowerCase()
    .split(':')
    .map((type) => type.trim().replace(/^\./, ''))
    .filter((type) => type !== '');
  return types.length === 0 ? null : types;
}
