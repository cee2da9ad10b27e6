import path from 'node:path';
import { build } from 'vite';

type Wish = Readonly<{ format?: 'iife' | 'es'; target?: string }>;

/** A file of src and all it imports as one script, small, as a site would load it; a classic one if nothing else is said. */
export async function bundleScript(
  entry: string,
  { format = 'iife', target = 'es2023' }: Wish = {},
): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      target,
      lib: { entry: path.resolve(entry), formats: [format], name: 'gms' },
    },
  });
  const chunks = [result].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  const code = chunks.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : []));
  if (code.length !== 1) throw new Error(`${entry} makes ${code.length} scripts, not one`);
  return code.join('');
}
