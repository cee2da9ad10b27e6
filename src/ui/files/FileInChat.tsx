import type { FileEntry } from '../../session/transcript.ts';
import styles from '../../theme/files.css?url';
import { QueryFrame } from '../calls/QueryFrame.tsx';
import { FileCard } from './FileCard.tsx';

/** What a file's card needs around it: its style, and the cache of single answers. */
export function FileInChat({ file }: Readonly<{ file: FileEntry }>) {
  return (
    <QueryFrame>
      <link rel="stylesheet" href={styles} precedence="files" />
      <FileCard file={file} />
    </QueryFrame>
  );
}
