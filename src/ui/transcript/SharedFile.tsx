import { Suspense } from 'react';
import type { Role } from '../../session/chatEvent.ts';
import type { FileEntry } from '../../session/transcript.ts';
import { lazyPart } from '../parts/lazyPart.ts';
import { DayLine } from './DayLine.tsx';
import { Speaker } from './Speaker.tsx';

type Props = Readonly<{
  role: Role;
  /** of whoever put it there */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  day: string | null;
  file: FileEntry;
}>;

/** What brings files is fetched for the first one. Until then its name stands as text. */
const FileInChat = lazyPart(async () => (await import('../files/FileInChat.tsx')).FileInChat);

/** A file in the conversation: who put it there, and what can be done with it. */
export function SharedFile({ role, name, isFirst, isLast, day, file }: Props) {
  return (
    <li
      className="row"
      data-entry="file"
      data-from={role}
      data-index={file.index ?? undefined}
      data-first={isFirst || undefined}
      data-last={isLast || undefined}
    >
      <DayLine day={day} />
      <Speaker name={name} at={file.at} role={role} isAvatarShown={isLast} />
      <div className="bubble">
        <Suspense fallback={<bdi>{file.name}</bdi>}>
          <FileInChat file={file} />
        </Suspense>
      </div>
    </li>
  );
}
