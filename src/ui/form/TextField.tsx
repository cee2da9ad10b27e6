import type { ContactField } from '../../session/ports.ts';
import { useCallT } from '../calls/CallWordsContext.ts';
import { CONTACT_FIELDS } from './contactFields.ts';
import { FieldFrame, notesOf } from './FieldFrame.tsx';

type Props = Readonly<{
  field: Exclude<ContactField, 'contactNumber'>;
  value: string;
  mistake: string | undefined;
  onChange: (value: string) => void;
}>;

export function TextField({ field, value, mistake, onChange }: Props) {
  const t = useCallT();
  const id = `field-${field}`;
  const { type, autoComplete } = CONTACT_FIELDS[field];
  return (
    <FieldFrame id={id} label={t(`field.${field}`)} mistake={mistake}>
      <input
        id={id}
        className="field-box"
        type={type}
        autoComplete={autoComplete}
        required
        value={value}
        dir="auto"
        onChange={(event) => onChange(event.target.value)}
        {...notesOf(id, { mistake })}
      />
    </FieldFrame>
  );
}
