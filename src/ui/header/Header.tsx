import type { ComponentType } from 'react';
import { lazy, Suspense, useState } from 'react';
import { selectStatus } from '../../session/selectors.ts';
import { useConsole, useSession, useSettings, useT } from '../ConsoleContext.ts';
import type { HostSlot } from '../ConsoleModel.ts';
import { Avatar } from '../parts/Avatar.tsx';
import { selectIsCall } from '../../session/selectIsCall.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { selectTalkingTo } from './selectTalkingTo.ts';

/** Most consoles have no host. Without the buttons of one, the chat goes on all the same. */
const HostButtons = lazy<ComponentType<HostSlot>>(() =>
  import('./HostButtons.tsx').then(
    (module) => ({ default: module.HostButtons }),
    () => ({ default: () => null }),
  ),
);

/** Whom the visitor talks to, and how it stands. The state line is the only `status` of the page. */
export function Header() {
  const t = useT();
  const { brandTitle, logoUrl } = useSettings();
  const status = useSession(selectStatus);
  const name = useSession(selectTalkingTo);
  const isCall = useSession(selectIsCall);
  const { hostSlot } = useConsole();
  const [brokenLogo, setBrokenLogo] = useState<string | null>(null);
  return (
    <header className="header">
      {name === '' && logoUrl !== null && logoUrl !== brokenLogo ? (
        <img className="avatar" src={logoUrl} alt="" onError={() => setBrokenLogo(logoUrl)} />
      ) : (
        <Avatar name={name} sign={isCall ? 'phone' : 'chat'} />
      )}
      <div className="header-words">
        <h1 className="header-title" data-word="title" suppressHydrationWarning>
          {name || (brandTitle ?? t('title'))}
        </h1>
        <p className="header-state" data-status={status}>
          <span role="status" data-word="status.connecting" suppressHydrationWarning>
            {t(`status.${status}`)}
          </span>
        </p>
      </div>
      <MoreMenu />
      {hostSlot && (
        <Suspense>
          <HostButtons {...hostSlot} />
        </Suspense>
      )}
    </header>
  );
}
