import type { Role } from '../../session/chatEvent.ts';
import { useT } from '../ConsoleContext.ts';
import { Avatar } from '../parts/Avatar.tsx';

type Props = Readonly<{ name: string; at: number | null; role: Role; isAvatarShown: boolean }>;

/** Who says it and when: for the ear before each message, for the eye once per group. */
export function Speaker({ name, at, role, isAvatarShown }: Props) {
  const t = useT();
  const isPerson = role !== 'me' && role !== 'system';
  return (
    <>
      <span className="hidden">
        <bdi>{name}</bdi>
        {at !== null && <time dateTime={new Date(at).toISOString()}>, {t.time(at)}</time>}
        {': '}
      </span>
      {isPerson && isAvatarShown && <Avatar name={name} />}
    </>
  );
}
