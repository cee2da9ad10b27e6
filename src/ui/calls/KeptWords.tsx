import { useSession } from '../ConsoleContext.ts';

/** What the visitor wrote and nobody has got: it can be read and copied wherever they are led. */
export function KeptWords({ label }: Readonly<{ label: string }>) {
  const outbox = useSession((state) => state.outbox);
  const draft = useSession((state) => state.draft.text);
  const kept = [...outbox, { key: 'draft', text: draft }].filter(({ text }) => text.trim() !== '');
  if (kept.length === 0) return null;
  return (
    <>
      <p className="panel-text">{label}</p>
      <ul className="kept-list" aria-label={label}>
        {kept.map(({ key, text }) => (
          <li className="kept" key={key} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
