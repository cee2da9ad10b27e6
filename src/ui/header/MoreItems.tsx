import type { RefObject } from 'react';
import { useState } from 'react';
import { useDispatch, useSession, useSettings, useT } from '../ConsoleContext.ts';
import { selectIsCall } from '../../session/selectIsCall.ts';
import { useIncomingSound } from '../sound/useIncomingSound.ts';
import { useSound } from '../sound/sound.ts';
import { useSaveTranscript } from '../saving/useSaveTranscript.ts';
import { AskTwice } from '../screens/AskTwice.tsx';
import type { MenuItem } from './Menu.tsx';
import { Menu } from './Menu.tsx';
import { useNotices } from './useNotices.ts';

type Props = Readonly<{
  isOpen: boolean;
  canEnd: boolean;
  opener: RefObject<HTMLElement | null>;
  /** the focus goes back to the opener */
  onClose: () => void;
  /** the focus goes where the person sent it */
  onLeave: () => void;
}>;

/** What the menu offers just now, and what follows from it. Stays when the menu closes: a question may be open. */
export function MoreItems({ isOpen, canEnd, opener, onClose, onLeave }: Props) {
  const t = useT();
  const dispatch = useDispatch();
  const { features } = useSettings();
  const canSave = useSession(
    (state) =>
      (SAVABLE.has(state.phase) && !selectIsCall(state)) ||
      state.conversation.entries.length + state.outbox.length > 0,
  );
  const [isAsking, setIsAsking] = useState(false);
  const { isOn: isSoundOn, sound } = useSound();
  // there is no sound before somebody has switched it on here
  useIncomingSound();
  const notices = useNotices();
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

  return (
    <>
      {isOpen && items.length > 0 && (
        <Menu label={t('menu.label')} items={items} opener={opener} onClose={onClose} onLeave={onLeave} />
      )}
      {isAsking && (
        <AskTwice
          question={t('end.question')}
          text={t('end.text')}
          keep={t('end.keep')}
          goOn={t('end.end')}
          onKeep={() => setIsAsking(false)}
          onGoOn={() => dispatch({ type: 'endRequested' })}
        />
      )}
    </>
  );
}

/** An empty conversation can be saved, too: a menu whose items come and go is harder to learn. */
const SAVABLE: ReadonlySet<string> = new Set(['chat', 'ended']);
