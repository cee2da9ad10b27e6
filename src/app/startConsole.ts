import { browserClock } from '../platform/browserClock.ts';
import { createSessionRecord } from '../platform/sessionRecord.ts';
import { watchConnectivity } from '../platform/watchConnectivity.ts';
import type { EffectRunner } from '../session/createEffectRunner.ts';
import { runSession } from '../session/runSession.ts';
import { transitionBy } from '../session/transitionBy.ts';
import { attachEarlyComposer } from './earlyComposer.ts';
import { createRecordKeeper } from './keepRecord.ts';
import { launchSession } from './launchSession.ts';
import { loadedPhases } from './loadLateCode.ts';
import { mirrorPhase } from './mirrorPhase.ts';
import { hideTrouble, showTrouble } from './showTrouble.ts';

/**
 * Composition root. The session starts here, before React arrives and exactly once;
 * React only reads it and tells it what the visitor does.
 */
export async function startConsole(page: Window): Promise<void> {
  hideTrouble(page.document);
  const record = createSessionRecord(browserClock.now);
  const keeper = createRecordKeeper(page, record);
  let run: EffectRunner | null = null;
  const session = runSession({
    transition: transitionBy(loadedPhases),
    now: browserClock.now,
    persist: keeper.keep,
    runEffect(effect, dispatch) {
      if (effect.type === 'relaunch') void launchAndDraw();
      else run?.(effect, dispatch);
    },
  });
  const handOver = [mirrorPhase(page.document, session), attachEarlyComposer(page.document, session)];
  watchConnectivity(page, session.dispatch);

  async function launchAndDraw(): Promise<void> {
    const launch = await launchSession(page, session, record, (runner) => {
      run = runner;
    });
    // fetched meanwhile (the page preloads it), and evaluated only now: the start leaves first
    const { drawConsole } = await import('./drawConsole.tsx');
    await drawConsole({ page, session, launch, isStored: keeper.isStored(), takeOver });
  }

  /** Called in the same task in which React adopts the shell: nothing typed falls between the two. */
  function takeOver(): void {
    for (const stop of handOver.splice(0)) stop();
  }

  await launchAndDraw().catch((error: unknown) => {
    showTrouble(page.document);
    throw error;
  });
}
