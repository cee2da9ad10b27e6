import { Suspense, useRef, useState } from 'react';
import { selectIsCall } from '../../session/selectIsCall.ts';
import { selectIsElsewhere } from '../../session/selectors.ts';
import { useSession, useSettings, useT } from '../ConsoleContext.ts';
import { loadLateParts } from '../loadLateParts.ts';
import { Icon } from '../parts/Icon.tsx';
import { lazyPart } from '../parts/lazyPart.ts';

const MoreItems = lazyPart(async () => (await loadLateParts()).MoreItems);

/** What can be done besides writing. What it offers is fetched when it is first opened, or before. */
export function MoreMenu() {
  const t = useT();
  const { features } = useSettings();
  const canEnd = useSession(
    (state) =>
      ENDABLE.has(state.phase) &&
      (state.phase === 'chat' || !selectIsCall(state)) &&
      !selectIsElsewhere(state),
  );
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  if (!features.transcript && !features.sound && !features.notifications && !canEnd) return null;

  return (
    <div className="more">
      <button
        ref={button}
        type="button"
        className="more-button"
        aria-label={t('menu.label')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen);
          setWasOpened(true);
        }}
        data-word-label="menu.label"
        suppressHydrationWarning
      >
        <Icon name="more" />
      </button>
      {wasOpened && (
        <Suspense>
          <MoreItems
            isOpen={isOpen}
            canEnd={canEnd}
            opener={button}
            onClose={() => {
              setIsOpen(false);
              button.current?.focus();
            }}
            onLeave={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** A call has its own way to be given back, beside what it says. */
const ENDABLE: ReadonlySet<string> = new Set(['starting', 'chat', 'waiting', 'dialog', 'dial']);
