import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileApi, FileChat, FileLimits } from '../../queries/loadFiles.ts';
import type { FileEntry } from '../../session/transcript.ts';
import { ChatError, failureOf, meaningOf } from '../../session/failure.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { Icon } from '../parts/Icon.tsx';
import { legible } from '../saving/legible.ts';
import { savableName } from './fileNames.ts';
import { saveBlob } from './saveBlob.ts';
import { sizeWords } from './sizeWords.ts';
import { useFiles } from './useFiles.ts';

/** A file with its name as text, its size, and the ways to have it or to take it back. */
export function FileCard({ file }: Readonly<{ file: FileEntry }>) {
  const t = useExtraT();
  const { chat, chatId, loadFiles, limits, recount } = useFiles();
  const [note, setNote] = useState<string | null>(null);
  const name = legible(file.name) || file.fileId;
  const left = downloadsLeft(limits);

  const act = async <Answer,>(work: (api: FileApi, ids: FileChat) => Promise<Answer>): Promise<Answer> => {
    const ids = chat();
    if (ids === null) throw new ChatError({ kind: 'over' });
    return work(await loadFiles(), ids);
  };
  const never = new AbortController().signal;
  const download = useMutation({
    mutationFn: () => act((api, ids) => api.download(ids, file.fileId, never)),
    onMutate: () => setNote(t('file.downloading')),
    onSuccess: (content) => {
      setNote(null);
      saveBlob(content, savableName(file.name));
    },
    onError: (error) => {
      const isFinal = meaningOf(failureOf(error)).send === 'refused';
      setNote(t(isFinal ? 'file.downloadRefused' : 'file.downloadFailed'));
    },
    onSettled: recount,
  });
  const takeBack = useMutation({
    mutationFn: () => act((api, ids) => api.remove(ids, file.fileId, never)),
    onMutate: () => setNote(null),
    onError: () => setNote(t('file.takeBackFailed')),
    onSettled: recount,
  });

  return (
    <>
      <p className="file-head">
        <Icon name="file" />
        <bdi className="file-name">{name}</bdi>
        {file.size !== null && <span className="file-size">{sizeWords(t, file.size)}</span>}
      </p>
      {file.isRemoved && <p className="file-note">{t('file.removed')}</p>}
      {!file.isRemoved && chatId !== null && (
        <div className="file-acts">
          {left !== 0 && (
            <button
              type="button"
              className="button"
              aria-label={t('file.download', { file: name })}
              aria-disabled={download.isPending}
              onClick={() => !download.isPending && download.mutate()}
            >
              {t('file.downloadShort')}
            </button>
          )}
          {file.role === 'me' && (
            <button
              type="button"
              className="button"
              aria-label={t('file.takeBack', { file: name })}
              aria-disabled={takeBack.isPending}
              onClick={() => !takeBack.isPending && takeBack.mutate()}
            >
              {t('file.takeBackShort')}
            </button>
          )}
        </div>
      )}
      {!file.isRemoved && left !== null && limits !== null && limits.usedDownloads > 0 && (
        <p className="file-note">
          {left === 0 ? t('file.downloadRefused') : t('file.downloadsLeft', { count: left })}
        </p>
      )}
      <p className="file-note" aria-live="polite">
        {note}
      </p>
    </>
  );
}

/** Null where the server does not count. */
function downloadsLeft(limits: FileLimits | null): number | null {
  if (limits === null || limits.downloads === null) return null;
  return Math.max(0, limits.downloads - limits.usedDownloads);
}
