import styles from '../../theme/files.css?url';
import { QueryFrame } from '../calls/QueryFrame.tsx';
import { useSession } from '../ConsoleContext.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { AttachFiles } from './AttachFiles.tsx';
import { selectFileChatId } from './selectFileChat.ts';

/** Files beside the composer. Where the chat knows none, who drops one is told. */
export function FileTools({ arrived }: Readonly<{ arrived: readonly File[] | null }>) {
  const t = useExtraT();
  const chatId = useSession(selectFileChatId);
  return (
    <QueryFrame>
      <link rel="stylesheet" href={styles} precedence="files" />
      {chatId === null ? (
        <p className="composer-note" role="alert">
          {arrived && t('file.notPossible')}
        </p>
      ) : (
        <AttachFiles key={chatId} arrived={arrived} />
      )}
    </QueryFrame>
  );
}
