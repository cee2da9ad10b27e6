import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const PACKAGES = new Set(['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client']);
/** Begins the name of a module that stands for a package; other plugins leave such names alone, see `isShared`. */
const AS_MODULE = '\0as-module:';

/**
 * React is CommonJS. Imported as it is, every chunk with a component would need the bundler's helper for that, and
 * the helper would be a file of its own: one more request before anybody can write. As modules that pass its names
 * on, only the chunk that holds React needs it.
 */
export function reactAsModules(): Plugin {
  const require = createRequire(import.meta.url);
  return {
    name: 'react-as-modules',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      const isOwn =
        importer?.startsWith(AS_MODULE) || /\/node_modules\/react(?:-dom)?\//.test(importer ?? '');
      return PACKAGES.has(source) && !isOwn ? AS_MODULE + source : null;
    },
    load(id) {
      if (!id.startsWith(AS_MODULE)) return null;
      const source = id.slice(AS_MODULE.length);
      const exported: unknown = require(source);
      const names = Object.keys(exported ?? {}).filter((key) => /^[a-zA-Z]\w*$/.test(key));
      return [
        `import whole from ${JSON.stringify(source)};`,
        'export default whole;',
        // a call that is marked pure is left out where nobody asks for the name
        ...names.map((name) => `export const ${name} = /* @__PURE__ */ (() => whole.${name})();`),
      ].join('\n');
    },
  };
}
