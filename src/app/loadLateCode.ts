import type { AfterStart } from '../gms/afterStart.ts';
import type { AfterStartV2 } from '../gms/afterStartV2.ts';
import type { LaterPhases } from '../session/later.ts';
import type * as asynchronous from './asyncCode.ts';
import { importAgain } from './importAgain.ts';
import type * as late from './lateCode.ts';
import type * as lateV2 from './lateCodeV2.ts';

const fetchLateCode = importAgain(
  () => import('./lateCode.ts'),
  (module): module is typeof late => has(module, 'lateCode'),
);
const fetchLateCodeV2 = importAgain(
  () => import('./lateCodeV2.ts'),
  (module): module is typeof lateV2 => has(module, 'lateCodeV2'),
);
const fetchAsyncCode = importAgain(
  () => import('./asyncCode.ts'),
  (module): module is typeof asynchronous => has(module, 'asyncCode'),
);

let phases: LaterPhases | null = null;
let hasAsyncChats = false;

/** For a site whose chats are asynchronous, before anything is loaded: nobody else pays for what those need. */
export function expectAsyncChats(): void {
  hasAsyncChats = true;
}

/**
 * Fetches what reads answers, and takes the phases that answers lead to in hand before anybody can read one.
 * Fetched once; a fetch that failed is tried again by whoever asks next.
 */
export async function loadLateCode(): Promise<AfterStart> {
  const [{ lateCode }, more] = await Promise.all([fetchLateCode(), hasAsyncChats ? fetchAsyncCode() : null]);
  phases = more?.asyncCode.asyncPhases ?? lateCode.laterPhases;
  return lateCode.afterStart;
}

/** The same for Chat API v2, whose answers lead to the same phases. */
export async function loadLateCodeV2(): Promise<AfterStartV2> {
  const [{ lateCodeV2 }] = await Promise.all([fetchLateCodeV2(), loadLateCode()]);
  return lateCodeV2.afterStartV2;
}

/** For whoever is about to go on with a chat: whether that can be done here. */
export function hasLateCode(): Promise<boolean> {
  return loadLateCode().then(
    () => true,
    () => false,
  );
}

/** The phases, for a session that has come there: by an answer that was read, or by a launch that waited for them. */
export function loadedPhases(): LaterPhases {
  if (phases === null) throw new Error('An event led to a phase that is not loaded');
  return phases;
}

function has(module: unknown, part: string): boolean {
  return typeof module === 'object' && module !== null && part in module;
}
