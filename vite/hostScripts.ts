import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { bundleScript } from './bundleScript.ts';

/** What host pages load, by its name beside the console. */
const SCRIPTS = {
  'launcher.js': { entry: 'src/host/launcher/launcher.ts', format: 'iife' },
  'frame.js': { entry: 'src/host/frame/frame.ts', format: 'iife' },
  'invite.js': { entry: 'src/host/invite/invite.ts', format: 'iife' },
  'launcher.mjs': { entry: 'src/host/invite/module.ts', format: 'es' },
} as const;

const DECLARATIONS = 'launcher.d.mts';

type Name = keyof typeof SCRIPTS;

/** Host pages are not ours, and some visitors' browsers are old: a script they cannot read must be rare. */
const TARGET = 'es2020';

/**
 * The scripts of host pages, each in one file with a fixed name: in `dist/` and, freshly built, on the
 * development server.
 */
export function hostScripts(): Plugin[] {
  let root = '';
  let outDir = '';
  return [
    {
      name: 'host-scripts',
      configResolved(config) {
        root = config.root;
        outDir = path.resolve(config.root, config.build.outDir);
      },
      configureServer({ middlewares }) {
        middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', 'http://dev.test');
          const name = pathname.slice(1);
          if (!isName(name)) return next();
          bundle(root, name).then((code) => {
            response.setHeader('content-type', 'text/javascript');
            response.setHeader('access-control-allow-origin', '*');
            response.end(code);
          }, next);
        });
      },
    },
    {
      name: 'host-scripts-build',
      apply: 'build',
      async closeBundle() {
        for (const name of Object.keys(SCRIPTS)) {
          if (isName(name)) await writeFile(path.join(outDir, name), await bundle(root, name));
        }
        await writeFile(path.join(outDir, DECLARATIONS), await declarations(root));
      },
    },
  ];
}

function isName(name: string): name is Name {
  return Object.hasOwn(SCRIPTS, name);
}

async function bundle(root: string, name: Name): Promise<string> {
  const { entry, format } = SCRIPTS[name];
  return inAscii(await bundleScript(path.join(root, entry), { format, target: TARGET }));
}

/** A classic script is read in the encoding of its page, which is not ours to know; only texts have other letters. */
function inAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The types stand alone in their file; the functions of the module are those of `GmsChat`. */
export async function declarations(root: string): Promise<string> {
  const types = await readFile(path.join(root, 'src/host/launcher/gmsChat.ts'), 'utf8');
  const functions = ['open', 'isOpen', 'invite', 'attach'].map(
    (name) => `export declare const ${name}: GmsChat['${name}'];`,
  );
  return `${types}\n${functions.join('\n')}\n\ndeclare global {\n  interface Window {\n    GmsChat?: GmsChat;\n  }\n}\n`;
}
