import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { bundleScript } from './bundleScript.ts';

/**
 * What `npm start` needs beside the console: the worker of MSW, served out of its package so that no copy of it
 * lies in the repository or gets into a build, the tracker of the simulated Web Engagement, and the two addresses
 * to open.
 */
export function simulatedPage(): Plugin {
  return {
    name: 'simulated-page',
    apply: 'serve',
    configureServer(server) {
      const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
      server.middlewares.use('/mockServiceWorker.js', (_request, response, next) => {
        readFile(worker, 'utf8').then((source) => {
          response.setHeader('content-type', 'text/javascript');
          response.end(source);
        }, next);
      });
      server.middlewares.use('/server/resources/js/build/GPE.min.js', (_request, response, next) => {
        bundleScript('src/tracker/gpe.ts').then((source) => {
          response.setHeader('content-type', 'text/javascript');
          response.end(source);
        }, next);
      });
      server.printUrls = () => {
        const base = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0] ?? '';
        server.config.logger.info(
          [
            '',
            '  The console, with the built-in GMS:',
            `    ${base}index.html?gmsScenario=CHAT-NOW&visitID=4F2A9C1B7D3E4A5F8B6C0D1E2F3A4B5C&pageID=0A1B2C3D4E5F60718293A4B5C6D7E8F9`,
            '  A shop where an invitation comes up on the second page:',
            `    ${base}src/demo/shop.html`,
            '',
          ].join('\n'),
        );
      };
    },
  };
}
