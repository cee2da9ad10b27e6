/** Long enough for any browser to have begun with it. */
const KEPT_MS = 60_000;

/** Saves a file of somebody else under a name: it is never opened, and never drawn. */
export function saveBlob(file: Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([file], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
