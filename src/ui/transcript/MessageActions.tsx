import { useRef } from 'react';
import { useDispatch, useT } from '../ConsoleContext.ts';
import { useHandOverFocus } from '../parts/handOverFocus.ts';

/** What the visitor can do about a message that did not get through. */
export function MessageActions({ id }: Readonly<{ id: string }>) {
  const t = useT();
  const dispatch = useDispatch();
  const buttons = useRef<HTMLSpanElement>(null);
  useHandOverFocus(buttons);
  return (
    <span className="actions" ref={buttons}>
      <button type="button" className="action" onClick={() => dispatch({ type: 'resendRequested', key: id })}>
        {t('tryAgain')}
      </button>
      <button type="button" className="action" onClick={() => dispatch({ type: 'editRequested', key: id })}>
        {t('message.edit')}
      </button>
      <button
        type="button"
        className="action"
        onClick={() => dispatch({ type: 'discardRequested', key: id })}
      >
        {t('message.discard')}
      </button>
    </span>
  );
}
