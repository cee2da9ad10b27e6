import { useEffect, useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { randomId } from '../../lib/randomId.ts';
import { useConsole, useSession } from '../ConsoleContext.ts';
import { attachComposerField } from './attachComposerField.ts';
import { fitRows } from './fitRows.ts';
import type { Finding } from './lookForNumbers.ts';
import { lookForNumbers, prepareLook } from './lookForNumbers.ts';

/** Joins the field and the session: what is typed is told, what the session puts in is written, once each. */
export function useComposerField(
  form: RefObject<HTMLFormElement | null>,
  field: RefObject<HTMLTextAreaElement | null>,
  /** what was found in a message that was to be sent; null: the text changed, and it is over */
  onFinding: (finding: Finding | null) => void,
): void {
  const { session, settings, onComposerReady } = useConsole();
  const { maxMessageLength, isEmbedded } = settings;
  const { sensitiveNumbers } = settings.chat;
  const seed = useSession((state) => state.draft.seed);
  const isChat = useSession((state) => state.phase === 'chat');

  useLayoutEffect(() => {
    if (form.current === null || field.current === null) return;
    const textarea = field.current;
    const detach = attachComposerField({
      form: form.current,
      field: textarea,
      maxLength: maxMessageLength,
      hold: (text, leave) => lookForNumbers(text, sensitiveNumbers, leave, onFinding),
      onText(text) {
        fitRows(textarea);
        onFinding(null);
        prepareLook(text, sensitiveNumbers);
        session.dispatch({ type: 'draftChanged', text });
      },
      onSend: (text) => session.dispatch({ type: 'sendRequested', key: randomId(), text }),
    });
    onComposerReady?.();
    // what was typed before anybody listened is told now
    if (textarea.value === '') write(textarea, session.getState().draft.text);
    else session.dispatch({ type: 'draftChanged', text: textarea.value });
    return detach;
  }, [session, maxMessageLength, sensitiveNumbers, onFinding, onComposerReady, form, field]);

  useLayoutEffect(() => {
    if (seed > 0 && field.current !== null) write(field.current, session.getState().draft.text);
  }, [session, seed, field]);

  useEffect(() => {
    const isFocusFree = document.activeElement === null || document.activeElement === document.body;
    if (isChat && !isEmbedded && isFocusFree && document.hasFocus()) field.current?.focus();
  }, [isChat, isEmbedded, field]);
}

function write(textarea: HTMLTextAreaElement, text: string): void {
  if (textarea.value === text) return;
  textarea.value = text;
  textarea.setSelectionRange(text.length, text.length);
  fitRows(textarea);
}
