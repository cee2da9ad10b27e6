import { useRef } from 'react';
import { useSession, useSettings, useT } from '../ConsoleContext.ts';
import { TAKES_FOCUS, useHandOverFocus } from '../parts/handOverFocus.ts';
import { Icon } from '../parts/Icon.tsx';
import { lengthInCodePoints } from './attachComposerField.ts';
import { isNearLimit } from './isNearLimit.ts';
import { useComposerField } from './useComposerField.ts';

/** The field is not controlled: what a person types is theirs, and the session is told. */
export function Composer() {
  const t = useT();
  const { maxMessageLength } = useSettings();
  const draft = useSession((state) => state.draft.text);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useComposerField(form, field);
  useHandOverFocus(form);

  const length = lengthInCodePoints(draft);
  const isOver = length > maxMessageLength;
  const isEmpty = draft.trim() === '';
  return (
    <form className="composer" ref={form} noValidate>
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
      <span id="send-note" className="hidden" data-word="composer.nothing" suppressHydrationWarning>
        {t('composer.nothing')}
      </span>
      <p id="composer-note" className="composer-note" data-over={isOver || undefined}>
        {isOver && t('composer.over', { count: length - maxMessageLength })}
        {isNearLimit(length, maxMessageLength) && t('composer.left', { count: maxMessageLength - length })}
      </p>
    </form>
  );
}
