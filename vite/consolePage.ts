import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { runnerImport } from 'vite';

type Shell = { renderShell: () => string };
const SHELL = '/src/app/renderShell.tsx';

/** Loaded at once, beside the module that will ask for them. */
const AHEAD = ['/src/app/drawConsole.tsx'];

/** Part of Vite, and in every chunk's way. */
const PRELOAD_HELPER = /vite\/preload-helper/;

/**
 * What the page may do, for servers that send no policy of their own. It cannot know where GMS is,
 * so it leaves connections open: the header of docs/deployment.md pins them.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob: https:",
  "media-src 'self' data: blob:",
  "font-src 'self'",
  'connect-src *',
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * Makes index.html the real page: the console's first screen as plain HTML (React adopts it, so one can type
 * before React is there), the configuration and the drawing code asked for at once, and the policy in production.
 */
export function consolePage(): Plugin[] {
  let dev: ViteDevServer | null = null;
  let outDir = '';
  return [
    {
      name: 'console-shell',
      configureServer(server) {
        dev = server;
      },
      transformIndexHtml: {
        order: 'pre',
        async handler(html, { filename }) {
          if (path.basename(filename) !== 'index.html') return html;
          return html.replace('<!--shell-->', await renderShell(dev));
        },
      },
    },
    {
      name: 'console-plain-imports',
      apply: 'build',
      enforce: 'pre',
      // Vite wraps each import() to fetch style sheets ahead; none of our chunks brings one
      load: {
        filter: { id: PRELOAD_HELPER },
        handler: () => 'export const __vitePreload = (load) => load();',
      },
      generateBundle(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk' && !file.isEntry && file.viteMetadata?.importedCss.size)
            this.error(`${file.fileName} brings a style sheet that nobody would fetch: import it with ?url`);
      },
    },
    {
      name: 'console-page',
      apply: 'build',
      configResolved(config) {
        outDir = path.resolve(config.root, config.build.outDir);
      },
      transformIndexHtml: {
        order: 'post',
        handler(html, { bundle }) {
          const drawing = Object.values(bundle ?? {}).filter(
            (file) => file.type === 'chunk' && AHEAD.some((path) => file.facadeModuleId?.endsWith(path)),
          );
          const files = drawing.flatMap((file) =>
            file.type === 'chunk' ? [file.fileName, ...file.imports] : [],
          );
          const head = [
            `<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
            '<link rel="preload" href="./config.json" as="fetch" crossorigin="anonymous" />',
            ...[...new Set(files)].map((file) => `<link rel="modulepreload" crossorigin href="./${file}" />`),
          ];
          return html.replace('<!--ahead-->', head.join('\n    '));
        },
      },
      async closeBundle() {
        // the name that existing invitations open
        await copyFile(path.join(outDir, 'index.html'), path.join(outDir, 'indexGPE.html'));
      },
    },
  ];
}

async function renderShell(dev: ViteDevServer | null): Promise<string> {
  const shell = dev ? await dev.ssrLoadModule(SHELL) : (await runnerImport<Shell>(SHELL.slice(1))).module;
  if (!isShell(shell)) throw new Error(`${SHELL} must export renderShell()`);
  return shell.renderShell();
}

function isShell(module: object): module is Shell {
  return 'renderShell' in module && typeof module.renderShell === 'function';
}
