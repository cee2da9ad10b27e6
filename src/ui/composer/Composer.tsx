import { Suspense, useRef, useState } from 'react';
import { useSession, useSettings, useT } from '../ConsoleContext.ts';
import { TAKES_FOCUS, useHandOverFocus } from '../parts/handOverFocus.ts';
import { Icon } from '../parts/Icon.tsx';
import { loadLateParts } from '../loadLateParts.ts';
import { lazyPart } from '../parts/lazyPart.ts';
import { useIsLate } from '../parts/useIsLate.ts';
import { lengthInCodePoints } from './attachComposerField.ts';
import { isNearLimit } from './isNearLimit.ts';
import type { Finding } from './lookForNumbers.ts';
import { useComposerField } from './useComposerField.ts';
import { useFileArrivals } from './useFileArrivals.ts';

const EmojiButton = lazyPart(async () => (await loadLateParts()).EmojiButton);

/** A chat in which no files can be sent never fetches it. */
const FileTools = lazyPart(async () => (await import('../files/FileTools.tsx')).FileTools);

/** What is said about a message that was kept back; `lookForNumbers` keeps none back without it. */
const GuardNote = lazyPart(async () => (await import('../numbers/GuardNote.tsx')).GuardNote);

/** The field is not controlled: what a person types is theirs, and the session is told. */
export function Composer() {
  const t = useT();
  const { maxMessageLength, features, chat } = useSettings();
  // what is derived from the draft, not the draft: most keys change nothing that is drawn here
  const isEmpty = useSession((state) => state.draft.text.trim() === '');
  const left = useSession((state) => roomLeft(state.draft.text, maxMessageLength));
  const canAttach = useSession((state) => state.phase === 'chat' && state.chat.api === 'v2');
  const arrived = useFileArrivals();
  const isLate = useIsLate();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [finding, setFinding] = useState<Finding | null>(null);
  useComposerField(form, field, setFinding);
  useHandOverFocus(form);

  const isOver = left !== null && left < 0;
  return (
    <form className="composer" ref={form} noValidate>
      {features.files && (canAttach || arrived !== null) && (
        <Suspense>
          <FileTools arrived={arrived} />
        </Suspense>
      )}
      <textarea
        ref={field}
        id="message"
        className="composer-field"
        rows={1}
        dir="auto"
        autoComplete="off"
        enterKeyHint="send"
        aria-label={t('composer.label')}
        placeholder={t('composer.placeholder')}
        aria-describedby="composer-note"
        aria-invalid={isOver || undefined}
        data-word-label="composer.label"
        data-word-placeholder="composer.placeholder"
        suppressHydrationWarning
        {...TAKES_FOCUS}
      />
      {features.emoji && (
        <span className="emoji">
          <Suspense fallback={<Icon name="smile" />}>
            {isLate ? <EmojiButton field={field} /> : <Icon name="smile" />}
          </Suspense>
        </span>
      )}
      <button
        type="submit"
        className="composer-send"
        aria-label={t('composer.send')}
        aria-disabled={isEmpty || isOver}
        aria-describedby={isEmpty ? 'send-note' : 'composer-note'}
        data-word-label="composer.send"
        suppressHydrationWarning
      >
        <Icon name="send" />
      </button>
      <span id="send-note" hidden data-word="composer.nothing" suppressHydrationWarning>
        {t('composer.nothing')}
      </span>
      <p id="composer-note" className="composer-note" data-over={isOver || undefined}>
        {chat.typingPreview && <span>{t('composer.preview')} </span>}
        {left !== null &&
          (isOver ? t('composer.over', { count: -left }) : t('composer.left', { count: left }))}
      </p>
      {finding !== null && (
        <Suspense>
          <GuardNote
            guarded={finding.guarded}
            onKeep={() => setFinding(null)}
            onSend={() => {
              setFinding(null);
              finding.send();
            }}
          />
        </Suspense>
      )}
    </form>
  );
}

/** Null while there is enough of it: then nobody counts. */
function roomLeft(text: string, maxLength: number): number | null {
  const length = lengthInCodePoints(text);
  return length > maxLength || isNearLimit(length, maxLength) ? maxLength - length : null;
}
