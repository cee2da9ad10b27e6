import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { randomId } from '../../lib/randomId.ts';
import { useSession } from '../ConsoleContext.ts';
import { useExtraT } from '../extras/useExtraT.ts';
import { Icon } from '../parts/Icon.tsx';
import { useSessionChanges } from '../parts/useSessionChanges.ts';
import { checkFile } from './checkFile.ts';
import { createUploads } from './createUploads.ts';
import { isPicture, sniff } from './sniff.ts';
import { limitWords } from './limitWords.ts';
import { selectHasAgent } from './selectHasAgent.ts';
import { isToldOf } from './isToldOf.ts';
import { UploadTray } from './UploadTray.tsx';
import { useFiles } from './useFiles.ts';

/** The button that attaches, and what was attached until the conversation tells of it. */
export function AttachFiles({ arrived }: Readonly<{ arrived: readonly File[] | null }>) {
  const t = useExtraT();
  const { chat, loadFiles, limits, askLimits, recount } = useFiles();
  const hasAgent = useSession(selectHasAgent);
  const [uploads] = useState(() =>
    createUploads({ load: loadFiles, chat, newKey: randomId, onSettled: recount }),
  );
  const list = useSyncExternalStore(uploads.subscribe, uploads.list);
  const input = useRef<HTMLInputElement>(null);
  const taken = useRef<readonly File[] | null>(null);
  useEffect(() => uploads.stop, [uploads]);
  useSessionChanges((_before, after) => uploads.settle((upload) => isToldOf(after, upload)));

  async function choose(files: readonly File[]): Promise<void> {
    const known = await askLimits();
    for (const file of files) {
      const before = uploads.list().filter(({ state }) => COUNTS.has(state.name));
      const bytes = before.reduce((sum, one) => sum + one.file.size, 0);
      const refusal = await checkFile(file, known, { files: before.length, bytes }, hasAgent);
      uploads.add(file, refusal, isPicture(await sniff(file)));
    }
  }

  useEffect(() => {
    if (arrived === null || arrived === taken.current) return;
    taken.current = arrived;
    void choose(arrived);
  });

  const limit = limitWords(t, limits, hasAgent);
  return (
    <>
      {list.length > 0 && <UploadTray uploads={uploads} list={list} limits={limits} />}
      <button
        type="button"
        className="composer-tool attach"
        aria-label={t('file.attach')}
        aria-disabled={!limit.isOpen}
        aria-describedby="attach-note"
        title={limit.words}
        onClick={() => limit.isOpen && input.current?.click()}
      >
        <Icon name="attach" />
      </button>
      <span className="hidden" id="attach-note">
        {limit.words}
      </span>
      <input
        ref={input}
        className="hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        accept={limits?.types?.map((type) => `.${type}`).join(',')}
        onChange={(event) => {
          void choose([...(event.target.files ?? [])]);
          // the same file can be chosen again
          event.target.value = '';
        }}
      />
    </>
  );
}

/** What takes of the limits as long as the server has not counted it. */
const COUNTS: ReadonlySet<string> = new Set(['chosen', 'waiting', 'sending']);
