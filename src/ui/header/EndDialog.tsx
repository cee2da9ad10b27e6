import { useLayoutEffect, useRef } from 'react';
import { useT } from '../ConsoleContext.ts';

type Props = Readonly<{ onKeep: () => void; onEnd: () => void }>;

/** The end is asked for twice; to keep chatting is the easy answer. The browser gives the focus back. */
export function EndDialog({ onKeep, onEnd }: Props) {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      className="dialog"
      role="alertdialog"
      aria-labelledby="end-question"
      aria-describedby="end-text"
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      <h2 className="panel-heading" id="end-question">
        {t('end.question')}
      </h2>
      <p className="panel-text" id="end-text">
        {t('end.text')}
      </p>
      <div className="buttons">
        <button type="button" className="button" data-kind="primary" onClick={onKeep}>
          {t('end.keep')}
        </button>
        <button type="button" className="button" data-kind="danger" onClick={onEnd}>
          {t('end.end')}
        </button>
      </div>
    </dialog>
  );
}
