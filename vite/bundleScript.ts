import path from 'node:path';
import { build } from 'vite';

/** A file of src and all it imports as one classic script, as a site would load it. */
export async function bundleScript(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      copyPublicDir: false,
      lib: { entry: path.resolve(entry), formats: ['iife'], name: 'script' },
    },
  });
  const chunks = [result].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  const code = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : []));
  if (code.length !== 1) throw new Error(`${entry} makes ${code.length} scripts, not one`);
  return code.join('');
}
