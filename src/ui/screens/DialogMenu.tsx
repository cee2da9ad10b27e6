import type { MenuGroup } from '../../session/startReply.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { useDispatch, useSession } from '../ConsoleContext.ts';

/**
 * The choices of the service, in its groups; one whose address is not ours cannot be taken, and says so.
 * Where there is an order to go on waiting for, one need not choose. Source: protocol/gms-callback.md §3.4.
 */
export function DialogMenu({ groups }: Readonly<{ groups: readonly MenuGroup[] }>) {
  const t = useCallT();
  const dispatch = useDispatch();
  const isBusy = useSession((state) => state.phase === 'dialog' && state.isBusy);
  const canWait = useSession((state) => state.phase === 'dialog' && state.serviceId !== null);
  return (
    <>
      {groups.map((group, place) => (
        <section key={place} className="choices" aria-label={group.name || undefined}>
          {group.name !== '' && <h3 dir="auto">{group.name}</h3>}
          {group.choices.map(({ label, path }, choice) => (
            <button
              key={choice}
              type="button"
              className="button"
              dir="auto"
              aria-disabled={isBusy || path === null}
              onClick={() => {
                if (path !== null && !isBusy) dispatch({ type: 'followRequested', path });
              }}
            >
              {label} {path === null && <small>{t('dialog.notPossible')}</small>}
            </button>
          ))}
        </section>
      ))}
      {canWait && (
        <button
          type="button"
          className="button"
          data-kind="quiet"
          aria-disabled={isBusy}
          onClick={() => dispatch({ type: 'dialogClosed' })}
        >
          {t('dialog.later')}
        </button>
      )}
      <p className="panel-note" aria-live="polite">
        {isBusy && t('dialog.busy')}
      </p>
    </>
  );
}
