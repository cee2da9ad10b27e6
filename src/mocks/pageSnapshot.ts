/** What a server in the page knew before a reload, or before the visitor went on to the next page. */
export function storedSnapshot(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps it as the page goes away. */
export function keepSnapshot(key: string, snapshot: () => string): void {
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem(key, snapshot());
    } catch {
      // Storage is blocked or full: what was known ends with the page.
    }
  });
}
