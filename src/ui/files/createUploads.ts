import type { FileApi, FileChat } from '../../queries/loadFiles.ts';
import type { Failure } from '../../session/failure.ts';
import { failureOf } from '../../session/failure.ts';
import type { Refusal } from './checkFile.ts';

/** A file on its way into the chat. */
export type Upload = Readonly<{
  key: string;
  file: File;
  /** address of a picture to show, ours to give back; null: no picture */
  preview: string | null;
  state:
    | Readonly<{ name: 'chosen' }>
    | Readonly<{ name: 'refused'; refusal: Refusal }>
    /** its turn comes when those before it are through */
    | Readonly<{ name: 'waiting' }>
    /** `share` of it that has left, from 0 to 1 */
    | Readonly<{ name: 'sending'; share: number }>
    /** the server has it under this id; the chat is about to tell of it */
    | Readonly<{ name: 'sent'; fileId: string }>
    | Readonly<{ name: 'failed'; failure: Failure }>;
}>;

type Work = Readonly<{
  load: () => Promise<Pick<FileApi, 'upload'>>;
  /** the ids of the chat as they are now; null: there is none any more */
  chat: () => FileChat | null;
  newKey: () => string;
  /** told after each upload, however it ended: what is used of the limits has changed */
  onSettled: () => void;
}>;

export type Uploads = ReturnType<typeof createUploads>;

/**
 * The files a visitor has chosen, sent one after the other in the order they were chosen. Nothing goes out before
 * `send`, nothing goes out twice by itself, and what was on its way when the chat ended is called off.
 */
export function createUploads({ load, chat, newKey, onSettled }: Work) {
  let uploads: readonly Upload[] = [];
  let running: Readonly<{ key: string; controller: AbortController }> | null = null;
  const listeners = new Set<() => void>();

  function put(next: readonly Upload[]): void {
    uploads = next;
    for (const listener of listeners) listener();
  }

  function change(key: string, state: Upload['state']): void {
    put(uploads.map((upload) => (upload.key === key ? { ...upload, state } : upload)));
  }

  async function work(): Promise<void> {
    if (running !== null) return;
    const next = uploads.find(({ state }) => state.name === 'waiting');
    if (next === undefined) return;
    const { key, file } = next;
    const controller = new AbortController();
    running = { key, controller };
    change(key, { name: 'sending', share: 0 });
    const { signal } = controller;
    const state = await sendOne(file, (share) => change(key, { name: 'sending', share }), signal);
    running = null;
    if (!signal.aborted) change(key, state);
    onSettled();
    await work();
  }

  async function sendOne(
    file: File,
    sent: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Upload['state']> {
    try {
      const api = await load();
      const ids = chat();
      if (ids === null) return { name: 'failed', failure: { kind: 'over' } };
      return { name: 'sent', fileId: await api.upload(ids, file, sent, signal) };
    } catch (error) {
      return { name: 'failed', failure: failureOf(error) };
    }
  }

  return {
    list: (): readonly Upload[] => uploads,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(file: File, refusal: Refusal | null, isPicture: boolean): void {
      const preview = isPicture && refusal === null ? URL.createObjectURL(file) : null;
      const state =
        refusal === null ? ({ name: 'chosen' } as const) : ({ name: 'refused', refusal } as const);
      put([...uploads, { key: newKey(), file, preview, state }]);
    },
    /** Sends all that were chosen. */
    send(): void {
      put(
        uploads.map((upload) =>
          upload.state.name === 'chosen' ? { ...upload, state: { name: 'waiting' } } : upload,
        ),
      );
      void work();
    },
    retry(key: string): void {
      change(key, { name: 'waiting' });
      void work();
    },
    /** Takes one off, and calls it off if it is on its way. */
    remove(key: string): void {
      if (running?.key === key) running.controller.abort();
      giveBack(uploads.filter((upload) => upload.key === key));
      put(uploads.filter((upload) => upload.key !== key));
    },
    /** The chat tells of these files: their own rows say all from now on. */
    settle(isTold: (upload: Upload) => boolean): void {
      const told = uploads.filter(isTold);
      if (told.length === 0) return;
      giveBack(told);
      put(uploads.filter((upload) => !told.includes(upload)));
    },
    stop(): void {
      running?.controller.abort();
      giveBack(uploads);
      put([]);
    },
  };
}

function giveBack(uploads: readonly Upload[]): void {
  for (const { preview } of uploads) if (preview !== null) URL.revokeObjectURL(preview);
}
