import { Icon } from './Icon.tsx';

/** Initials of somebody, or the sign of a chat or a call while there is nobody. Decoration: the name stands beside it. */
export function Avatar({ name, sign = 'chat' }: Readonly<{ name: string; sign?: 'chat' | 'phone' }>) {
  const initials = initialsOf(name);
  return (
    <span className="avatar" aria-hidden="true">
      {initials === '' ? <Icon name={sign} /> : initials}
    </span>
  );
}

/** First letters of the first and the last word; a role that was added in brackets is no part of the name. */
function initialsOf(name: string): string {
  const letters = name
    .replace(/\(.*\)$/u, '')
    .split(/[\s._-]+/u)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .filter((letter) => letter !== '');
  const last = letters.length > 1 ? letters.at(-1) : '';
  return `${letters[0] ?? ''}${last ?? ''}`.toUpperCase();
}
