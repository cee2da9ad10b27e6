import { useRef } from 'react';
import type { ReactNode } from 'react';
import { TAKES_FOCUS, useHandOverFocus } from '../parts/handOverFocus.ts';
import { useTakeFreeFocus } from './useTakeFreeFocus.ts';

type Props = Readonly<{
  heading: ReactNode;
  /** form: begins at the top and takes the width */
  kind?: 'form';
  children: ReactNode;
}>;

/** One screen of its own: it says what it is, and the focus begins there when it was nowhere. */
export function Panel({ heading, kind, children }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useHandOverFocus(panel);
  useTakeFreeFocus(title);
  return (
    <div className="panel" data-kind={kind} ref={panel}>
      <h2 className="panel-heading" tabIndex={-1} dir="auto" ref={title} {...TAKES_FOCUS}>
        {heading}
      </h2>
      {children}
    </div>
  );
}
