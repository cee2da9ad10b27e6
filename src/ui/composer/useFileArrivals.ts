import { useEffect, useState } from 'react';

/**
 * Files that were dropped on the page or pasted; a new list each time. Always taken: a browser that opens a dropped
 * file leaves the chat for it.
 */
export function useFileArrivals(): readonly File[] | null {
  const [files, setFiles] = useState<readonly File[] | null>(null);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;

    function take(event: Event, transfer: DataTransfer | null): void {
      if (!transfer?.types.includes('Files')) return;
      event.preventDefault();
      if (transfer.files.length > 0) setFiles([...transfer.files]);
    }

    addEventListener('dragover', (event) => take(event, event.dataTransfer), { signal });
    addEventListener('drop', (event) => take(event, event.dataTransfer), { signal });
    addEventListener('paste', (event) => take(event, event.clipboardData), { signal });
    return () => listening.abort();
  }, []);
  return files;
}
