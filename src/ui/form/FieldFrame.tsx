import type { ReactNode } from 'react';
import { useCallT } from '../calls/CallWordsContext.ts';

export type FieldNotes = Readonly<{ hint?: string | undefined; mistake?: string | undefined }>;

type Props = FieldNotes & Readonly<{ id: string; label: string; isOptional?: boolean; children: ReactNode }>;

/** What stands around a field: its name, whether it must be filled, a hint, and what is wrong with it. */
export function FieldFrame({ id, label, isOptional = false, hint, mistake, children }: Props) {
  const t = useCallT();
  return (
    <div className="field">
      <p className="field-head">
        <label htmlFor={id}>{label}</label>{' '}
        <span className="field-mark" id={`${id}-mark`}>
          {t(isOptional ? 'form.optional' : 'form.required')}
        </span>
      </p>
      {children}
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p className="field-mistake" id={`${id}-mistake`} aria-live="polite">
        {mistake}
      </p>
    </div>
  );
}

/** Points from a field to what stands around it. */
export function notesOf(id: string, { hint, mistake }: FieldNotes) {
  const notes = [
    mistake === undefined ? '' : `${id}-mistake`,
    `${id}-mark`,
    hint === undefined ? '' : `${id}-hint`,
  ].filter((note) => note !== '');
  return { 'aria-describedby': notes.join(' '), 'aria-invalid': mistake !== undefined || undefined };
}
