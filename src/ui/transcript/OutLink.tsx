import type { ReactNode } from 'react';

type Props = Readonly<{
  /** checked: nobody else looks at it */
  href: string;
  /** where it leads, unless its words say that themselves */
  host: string | null;
  children: ReactNode;
}>;

/** A link in a text. It opens beside the chat, which hears nothing of it. */
export function OutLink({ href, host, children }: Props) {
  return (
    <a className="link" href={href} target="_blank" rel="noopener noreferrer">
      {children}
      {host !== null && <bdi> ({host})</bdi>}
    </a>
  );
}
