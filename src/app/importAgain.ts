/** Browsers that remember a module that failed name its address where they complain, all but Safari. */
const ADDRESS = /https?:\S+/;

/**
 * A module that is asked for again by whoever needs it, once it has failed: under an address of its own, because
 * browsers before 2026 never ask twice for the same one. `isModule` has the last word on what comes from there.
 */
export function importAgain<Module>(
  load: () => Promise<Module>,
  isModule: (module: unknown) => module is Module,
  fetchModule: (address: string) => Promise<unknown> = (address) => import(/* @vite-ignore */ address),
): () => Promise<Module> {
  let failed: string | undefined;
  let attempts = 0;

  return async () => {
    if (failed === undefined) {
      return load().catch((error: unknown) => {
        failed = ADDRESS.exec(String(error))?.[0];
        throw error;
      });
    }
    attempts += 1;
    const module = await fetchModule(`${failed}?attempt=${attempts}`);
    if (!isModule(module)) throw new TypeError('Another file');
    return module;
  };
}
