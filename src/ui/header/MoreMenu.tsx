import { Suspense, useRef, useState } from 'react';
import { selectIsElsewhere } from '../../session/selectors.ts';
import { useDispatch, useSession, useSettings, useT } from '../ConsoleContext.ts';
import { loadLateParts } from '../loadLateParts.ts';
import { lazyPart } from '../parts/lazyPart.ts';
import { Icon } from '../parts/Icon.tsx';
import { selectIsCall } from '../parts/selectIsCall.ts';
import { useSound } from '../parts/sound.ts';
import { useSaveTranscript } from '../saving/useSaveTranscript.ts';
import type { MenuItem } from './Menu.tsx';
import { useIncomingSound } from './useIncomingSound.ts';
import { useNotices } from './useNotices.ts';

const AskTwice = lazyPart(async () => (await loadLateParts()).AskTwice);
const Menu = lazyPart(async () => (await loadLateParts()).Menu);

/** What can be done besides writing. */
export function MoreMenu() {
  const t = useT();
  const dispatch = useDispatch();
  const { features } = useSettings();
  const canSave = useSession(
    (state) =>
      (SAVABLE.has(state.phase) && !selectIsCall(state)) ||
      state.conversation.entries.length + state.outbox.length > 0,
  );
  const canEnd = useSession(
    (state) =>
      ENDABLE.has(state.phase) &&
      (state.phase === 'chat' || !selectIsCall(state)) &&
      !selectIsElsewhere(state),
  );
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const { isOn: isSoundOn, sound } = useSound();
  const notices = useNotices();
  useIncomingSound();
  const save = useSaveTranscript();
  // somebody else ended it: the question is answered, and not asked of the next chat
  if (isAsking && !canEnd) setIsAsking(false);

  const items: readonly MenuItem[] = [
    ...(features.transcript && canSave
      ? [
          { id: 'save', label: t('menu.save'), act: () => save('text') },
          { id: 'saveWeb', label: t('menu.saveWeb'), act: () => save('webPage') },
          { id: 'print', label: t('menu.print'), act: () => window.print() },
        ]
      : []),
    ...(features.sound
      ? [
          {
            id: 'sound',
            label: t('menu.sound'),
            value: t(isSoundOn ? 'menu.soundOn' : 'menu.soundOff'),
            act: sound.toggle,
          },
        ]
      : []),
    ...(features.notifications
      ? [
          {
            id: 'notices',
            label: t('menu.notices'),
            value: t(notices.isOn ? 'menu.soundOn' : 'menu.soundOff'),
            act: notices.toggle,
          },
        ]
      : []),
    ...(canEnd ? [{ id: 'end', label: t('menu.end'), act: () => setIsAsking(true) }] : []),
  ];
  if (items.length === 0) return null;

  function close(): void {
    setIsOpen(false);
    button.current?.focus();
  }

  return (
    <div className="more">
      <button
        ref={button}
        type="button"
        className="more-button"
        aria-label={t('menu.label')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        data-word-label="menu.label"
        suppressHydrationWarning
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <Suspense>
          <Menu
            label={t('menu.label')}
            items={items}
            opener={button}
            onClose={close}
            onLeave={() => setIsOpen(false)}
          />
        </Suspense>
      )}
      {isAsking && (
        <Suspense>
          <AskTwice
            question={t('end.question')}
            text={t('end.text')}
            keep={t('end.keep')}
            goOn={t('end.end')}
            onKeep={() => setIsAsking(false)}
            onGoOn={() => dispatch({ type: 'endRequested' })}
          />
        </Suspense>
      )}
    </div>
  );
}

/** An empty conversation can be saved, too: a menu whose items come and go is harder to learn. */
const SAVABLE: ReadonlySet<string> = new Set(['chat', 'ended']);
/** A call has its own way to be given back, beside what it says. */
const ENDABLE: ReadonlySet<string> = new Set(['starting', 'chat', 'waiting', 'dialog', 'dial']);
