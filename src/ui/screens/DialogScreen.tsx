import { assertNever } from '../../lib/assertNever.ts';
import type { DialogReply } from '../../session/state.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { Panel } from '../calls/Panel.tsx';
import { useDispatch, useSession } from '../ConsoleContext.ts';
import { DialogMenu } from './DialogMenu.tsx';

/** The service has something to say, or a choice to offer. */
export function DialogScreen() {
  const t = useCallT();
  const reply = useSession((state) => (state.phase === 'dialog' ? state.reply : null));
  const hasFailed = useSession((state) => state.phase === 'dialog' && state.failure !== null);
  if (reply === null) return null;
  const heading = reply.type === 'menu' ? reply.label || t('dialog.heading') : t('dialog.accepted');
  return (
    <Panel heading={heading}>
      {hasFailed && (
        <p className="form-refusal" role="alert">
          {t('dialog.failed')}
        </p>
      )}
      <Answers reply={reply} />
    </Panel>
  );
}

function Answers({ reply }: Readonly<{ reply: DialogReply }>) {
  const t = useCallT();
  const dispatch = useDispatch();
  switch (reply.type) {
    case 'menu':
      return <DialogMenu groups={reply.groups} />;
    case 'confirm':
    case 'other':
      return (
        <>
          <p className="panel-text" dir="auto">
            {reply.text || t('dialog.acceptedText')}
          </p>
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
