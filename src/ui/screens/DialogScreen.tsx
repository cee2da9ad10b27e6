import { useRef } from 'react';
import type { DialogReply } from '../../session/state.ts';
import { assertNever } from '../../lib/assertNever.ts';
import { useDispatch, useSession, useT } from '../ConsoleContext.ts';
import { TAKES_FOCUS, useHandOverFocus } from '../parts/handOverFocus.ts';
import { DialogMenu } from './DialogMenu.tsx';

/** The service has something to say, or a choice to offer. */
export function DialogScreen() {
  const t = useT();
  const reply = useSession((state) => (state.phase === 'dialog' ? state.reply : null));
  const hasFailed = useSession((state) => state.phase === 'dialog' && state.failure !== null);
  const panel = useRef<HTMLDivElement>(null);
  useHandOverFocus(panel);
  if (reply === null) return null;
  const isWordless = reply.type === 'other' && reply.text === '';
  return (
    <div className="panel" ref={panel}>
      <h2 className="panel-heading" tabIndex={-1} dir="auto" {...TAKES_FOCUS}>
        {(reply.type === 'menu' ? reply.label : '') || t(isWordless ? 'dialog.accepted' : 'dialog.heading')}
      </h2>
      {hasFailed && (
        <p className="panel-text" role="alert">
          {t('dialog.failed')}
        </p>
      )}
      <Answers reply={reply} />
    </div>
  );
}

function Answers({ reply }: Readonly<{ reply: DialogReply }>) {
  const t = useT();
  const dispatch = useDispatch();
  switch (reply.type) {
    case 'menu':
      return <DialogMenu groups={reply.groups} />;
    case 'confirm':
    case 'other':
      return (
        <>
          {reply.text !== '' && (
            <p className="panel-text" dir="auto">
              {reply.text}
            </p>
          )}
          <button
            type="button"
            className="button"
            data-kind="primary"
            onClick={() => dispatch({ type: 'dialogClosed' })}
          >
            {reply.type === 'confirm' ? reply.okTitle || t('dialog.ok') : t('dialog.close')}
          </button>
        </>
      );
    default:
      return assertNever(reply);
  }
}
