import { useSession, useT } from '../ConsoleContext.ts';

/** What is left after the end: when that was, what can still be read, and what was not sent. */
export function EndedText() {
  const t = useT();
  const reason = useSession((state) => (state.phase === 'ended' ? state.reason : 'server'));
  const at = useSession((state) => (state.phase === 'ended' ? state.at : 0));
  const draft = useSession((state) => state.draft.text);
  const isEmpty = useSession((state) => state.conversation.entries.length + state.outbox.length === 0);
  if (reason === 'moved' || reason === 'erased')
    return <p className="panel-text">{t(`ended.${reason}Text`)}</p>;
  return (
    <>
      <p className="panel-text">
        <time dateTime={new Date(at).toISOString()}>{t.time(at)}</time>
        {!isEmpty && ` · ${t('ended.kept')}`}
      </p>
      {draft !== '' && (
        <>
          <label className="panel-text" htmlFor="ended-draft">
            {t('ended.draft')}
          </label>
          <textarea className="kept" id="ended-draft" dir="auto" readOnly rows={1} value={draft} />
        </>
      )}
    </>
  );
}
