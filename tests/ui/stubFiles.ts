import type { FileApi, FileLimits } from '../../src/queries/loadFiles.ts';

const LIMITS: FileLimits = {
  maxFiles: 3,
  maxSize: 5_000_000,
  maxTotal: 12_000_000,
  types: ['jpg', 'pdf', 'png'],
  needsAgent: true,
  usedFiles: 0,
  usedTotal: 0,
  downloads: 4,
  usedDownloads: 0,
};

/** An upload that waits for the test to say how it goes. */
type Running = Readonly<{
  name: string;
  sent: (share: number) => void;
  resolve: (fileId: string) => void;
  reject: (error: unknown) => void;
}>;

/** Files of a chat as a server has them that does what it is told, and what was asked of it. */
export function stubFiles(limits: Partial<FileLimits> = {}) {
  const uploads: Running[] = [];
  const downloaded: string[] = [];
  const removed: string[] = [];
  /** how a download ends; null: well */
  const answers: { download: Error | null } = { download: null };
  const api: FileApi = {
    limits: () => Promise.resolve({ ...LIMITS, ...limits }),
    upload: (_chat, file, sent, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        uploads.push({ name: file.name, sent, resolve, reject });
      }),
    download: (_chat, fileId) => {
      downloaded.push(fileId);
      return answers.download ? Promise.reject(answers.download) : Promise.resolve(new Blob(['x']));
    },
    remove: (_chat, fileId) => {
      removed.push(fileId);
      return Promise.resolve();
    },
  };
  return { load: () => Promise.resolve(api), uploads, downloaded, removed, answers };
}

const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);

export function picture(name = 'invoice.png'): File {
  return new File([PNG], name, { type: 'image/png' });
}

/** As by the dialog of the browser. */
export function chooseFiles(...files: readonly File[]): void {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  if (input) input.files = transfer.files;
  input?.dispatchEvent(new Event('change', { bubbles: true }));
}

export function dropFiles(...files: readonly File[]): DragEvent {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  document.querySelector('[role=log]')?.dispatchEvent(event);
  return event;
}
