import type { FileLimits } from '../../queries/loadFiles.ts';
import { extensionOf } from './fileNames.ts';
import { isHonest, sniff } from './sniff.ts';

/** Why a file is not sent; the first three are the server's own words, too. Source: protocol/gms-chat.md §8.2. */
export type Refusal =
  | 'tooMany'
  | 'tooLarge'
  | 'type'
  /** all together */
  | 'total'
  | 'empty'
  /** its content is not what its name says */
  | 'dishonest'
  | 'needsAgent';

/** What the files before it take of the limits. */
type Taken = Readonly<{ files: number; bytes: number }>;

/** Null when it may be sent, as far as anybody can tell from here. Source: protocol/gms-chat.md §6.1. */
export async function checkFile(
  file: File,
  limits: FileLimits | null,
  taken: Taken,
  hasAgent: boolean,
): Promise<Refusal | null> {
  const extension = extensionOf(file.name);
  if (file.size === 0) return 'empty';
  if (limits !== null) {
    if (limits.needsAgent && !hasAgent) return 'needsAgent';
    if (limits.types !== null && !limits.types.includes(extension)) return 'type';
    if (isOver(limits.maxSize, file.size)) return 'tooLarge';
    if (isOver(limits.maxFiles, limits.usedFiles + taken.files + 1)) return 'tooMany';
    if (isOver(limits.maxTotal, limits.usedTotal + taken.bytes + file.size)) return 'total';
  }
  return isHonest(extension, await sniff(file)) ? null : 'dishonest';
}

function isOver(limit: number | null, value: number): boolean {
  return limit !== null && value > limit;
}
