import { useT } from '../ConsoleContext.ts';
import { Avatar } from '../parts/Avatar.tsx';

/** Somebody is typing. Readable, and never spoken by itself. */
export function TypingDots({ name }: Readonly<{ name: string }>) {
  const t = useT();
  return (
    <div className="typing">
      <Avatar name={name} />
      <p className="typing-dots">
        <span className="hidden">{t('transcript.typing', { name })}</span>
        <span aria-hidden="true" className="typing-dot" />
        <span aria-hidden="true" className="typing-dot" />
        <span aria-hidden="true" className="typing-dot" />
      </p>
    </div>
  );
}
