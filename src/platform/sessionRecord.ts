import type { SessionRecord } from '../session/ports.ts';
import type { RecordContent } from '../session/recordOf.ts';

const KEY = 'gms-chat-console';
/** Raised with each change of the shape: a record of another version is not read. */
export const RECORD_VERSION = 3;

/**
 * The one key of `sessionStorage` that a reload goes on from. Any access may throw (blocked, full,
 * partitioned): then nothing is kept, and the page says so. Source: contract.md §6.
 */
export function createSessionRecord(now: () => number): SessionRecord<RecordContent> {
  return {
    async recall() {
      try {
        const json = sessionStorage.getItem(KEY);
        if (json === null) return null;
        // only a reload pays for the code that reads
        const { readRecord } = await import('./readRecord.ts');
        const record = readRecord(json, now());
        // its end is told once
        if (record?.isExpired) sessionStorage.removeItem(KEY);
        return record;
      } catch {
        return null;
      }
    },
    remember(content) {
      return attempt(() => sessionStorage.setItem(KEY, packRecord(content, now())));
    },
    forget() {
      attempt(() => sessionStorage.removeItem(KEY));
    },
  };
}

/** The record as text, as `readRecord` reads it. `at`: ms since the epoch. */
export function packRecord(content: RecordContent, at: number): string {
  return JSON.stringify({ version: RECORD_VERSION, at, content });
}

function attempt(access: () => void): boolean {
  try {
    access();
    return true;
  } catch {
    return false;
  }
}
