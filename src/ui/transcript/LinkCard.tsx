import { memo } from 'react';
import type { Role } from '../../session/chatEvent.ts';
import { useT } from '../ConsoleContext.ts';
import { Icon } from '../parts/Icon.tsx';
import { Sentence } from '../parts/Sentence.tsx';
import { DayLine } from './DayLine.tsx';
import { Speaker } from './Speaker.tsx';
import { webAddress } from '../transcript/webAddress.ts';

type Props = Readonly<{
  index: number | null;
  at: number | null;
  role: Role;
  name: string;
  url: string;
  isFirst: boolean;
  isLast: boolean;
  day: string | null;
}>;

/** A page an agent shows: never opened by itself, and its true host said. */
export const LinkCard = memo(function LinkCard({ index, at, role, name, url, isFirst, isLast, day }: Props) {
  const t = useT();
  const address = webAddress(url);
  return (
    <li
      className="row"
      data-entry="link"
      data-from={role}
      data-index={index ?? undefined}
      data-first={isFirst || undefined}
      data-last={isLast || undefined}
    >
      <DayLine day={day} />
      <Speaker name={name} at={at} role={role} isAvatarShown={isLast} />
      <div className="bubble card">
        <p className="card-words">
          <Sentence parts={t.parts('link.shared', { name })} />
        </p>
        {address === null ? (
          <p dir="auto">{url}</p>
        ) : (
          <>
            <p className="card-address" dir="ltr">
              <strong>{address.host}</strong>
              {pathOf(address)}
            </p>
            <a className="button" href={address.href} target="_blank" rel="noopener noreferrer">
              <Icon name="open" />
              {t('link.open', { host: address.host })}
              <span className="hidden"> ({t('link.newWindow')})</span>
            </a>
          </>
        )}
      </div>
      {isLast && (
        <p className="meta" aria-hidden="true">
          <bdi>{name}</bdi>
          {at !== null && ` · ${t.time(at)}`}
        </p>
      )}
    </li>
  );
});

function pathOf({ pathname, search }: URL): string {
  const path = `${pathname}${search}`;
  return path === '/' ? '' : path;
}
