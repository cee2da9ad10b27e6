import type { ExtraTranslator } from '../../i18n/translator.ts';
import { assertNever } from '../../lib/assertNever.ts';
import type { FileLimits } from '../../queries/loadFiles.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { Icon } from '../parts/Icon.tsx';
import { legible } from '../saving/legible.ts';
import type { Upload, Uploads } from './createUploads.ts';
import { refusalWords, uploadFailureWords } from './refusalWords.ts';
import { sizeWords } from './sizeWords.ts';

type Props = Readonly<{ uploads: Uploads; list: readonly Upload[]; limits: FileLimits | null }>;

/** What is about to be sent, on its way, or did not get through. */
export function UploadTray({ uploads, list, limits }: Props) {
  const t = useExtraT();
  const chosen = list.filter(({ state }) => state.name === 'chosen').length;
  return (
    <section className="tray" aria-label={t('file.chosen')}>
      <ul className="tray-list" role="list">
        {list.map((upload) => (
          <li key={upload.key} className="tray-item" data-upload={upload.state.name}>
            {upload.preview === null ? (
              <Icon name="file" />
            ) : (
              <img className="tray-picture" src={upload.preview} alt="" />
            )}
            <span className="tray-words">
              <bdi className="file-name">{legible(upload.file.name)}</bdi>
              <span className="file-size">{sizeWords(t, upload.file.size)}</span>
              <span className="file-note" aria-live="polite">
                {stateWords(t, upload, limits)}
              </span>
              {upload.state.name === 'sending' && (
                <progress className="tray-progress" value={upload.state.share} aria-hidden="true" />
              )}
            </span>
            {upload.state.name === 'failed' && (
              <button
                type="button"
                className="button"
                aria-label={t('file.retry', { file: legible(upload.file.name) })}
                onClick={() => uploads.retry(upload.key)}
              >
                {t('tryAgain')}
              </button>
            )}
            {upload.state.name !== 'sent' && (
              <button
                type="button"
                className="button"
                aria-label={t(upload.state.name === 'sending' ? 'file.cancel' : 'file.remove', {
                  file: legible(upload.file.name),
                })}
                onClick={() => uploads.remove(upload.key)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {chosen > 0 && (
        <button type="button" className="button" data-kind="primary" onClick={uploads.send}>
          {t('file.send', { count: chosen })}
        </button>
      )}
    </section>
  );
}

function stateWords(t: ExtraTranslator, { state }: Upload, limits: FileLimits | null): string {
  switch (state.name) {
    case 'chosen':
      return '';
    case 'waiting':
      return t('file.waiting');
    case 'sending':
      // in steps, so that nobody is told of every percent
      return t('file.sending', { percent: Math.floor(state.share * 4) * 25 });
    case 'sent':
      return t('file.sent');
    case 'refused':
      return refusalWords(t, state.refusal, limits);
    case 'failed':
      return uploadFailureWords(t, state.failure, limits);
    default:
      return assertNever(state);
  }
}
