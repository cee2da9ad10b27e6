import { useId, useLayoutEffect, useRef } from 'react';
import styles from '../../theme/menu.css?url';

type Props = Readonly<{
  question: string;
  text: string;
  keep: string;
  goOn: string;
  onKeep: () => void;
  onGoOn: () => void;
}>;

/** What cannot be taken back is asked for twice; to keep things as they are is the easy answer. */
export function AskTwice({ question, text, keep, goOn, onKeep, onGoOn }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // the browser gives the focus back
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      className="dialog"
      role="alertdialog"
      aria-labelledby={`${id}-question`}
      aria-describedby={`${id}-text`}
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      <link rel="stylesheet" href={styles} precedence="menu" />
      <h2 className="panel-heading" id={`${id}-question`}>
        {question}
      </h2>
      <p className="panel-text" id={`${id}-text`}>
        {text}
      </p>
      <div className="buttons">
        <button type="button" className="button" data-kind="primary" onClick={onKeep}>
          {keep}
        </button>
        <button type="button" className="button" data-kind="danger" onClick={onGoOn}>
          {goOn}
        </button>
      </div>
    </dialog>
  );
}
