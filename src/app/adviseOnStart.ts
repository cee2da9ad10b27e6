import type { FailureKind } from '../session/failure.ts';
import type { Log } from '../session/ports.ts';
import type { Session } from '../session/createSession.ts';

/** Where to look first; of other failures the site is hardly to blame. */
const HINTS: Readonly<Partial<Record<FailureKind, string>>> = {
  network: 'nothing came back: is gmsUrl right, does connect-src name it, does GMS allow this origin (CORS)?',
  missing: 'gmsUrl or serviceName leads to nothing that GMS knows',
  unreadable: 'what answers at gmsUrl does not speak as GMS does',
  unauthorised: 'GMS wants an apiKey, or another one',
  refused: 'GMS did not accept what was sent: look at the parameters of the service',
};

/** Tells integrators, once, why a chat could not start, and which key of `config.json` that may be about. */
export function adviseOnStart(session: Session, log: Log): void {
  const stop = session.subscribe(look);
  look();

  function look(): void {
    const state = session.getState();
    if (state.phase !== 'failed') return;
    const { kind, status } = state.failure;
    const hint = HINTS[kind];
    if (hint === undefined) return;
    stop();
    log.warn(`start.failed: ${hint}`, { kind, ...(status !== undefined && { status }) });
  }
}
