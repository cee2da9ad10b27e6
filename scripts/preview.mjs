/**
 * `npm run preview`: serves `dist/` as a site would, with the recommended headers, and the simulator as its GMS.
 * Who may embed the console stands in `config.json`, and so in the headers.
 */
import { existsSync, readFileSync } from 'node:fs';
import { preview, runnerImport } from 'vite';

if (!existsSync('dist/index.html')) {
  console.error('There is no dist/ yet: run `npm run build` first.');
  process.exit(1);
}

const { module: host } = await runnerImport('src/mocks/httpServer.ts');
const { module: headers } = await runnerImport('vite/recommendedHeaders.ts');
const gms = await host.startHttpGms({ port: 0 });
const server = await preview({
  configFile: false,
  // a file that is not there is a 404, as on a site, and not the page
  appType: 'mpa',
  preview: {
    port: 4173,
    headers: headers.recommendedHeaders([], hostOrigins()),
    proxy: { '/genesys': { target: gms.url } },
  },
});
const base = server.resolvedUrls?.local[0] ?? '';
console.log(
  `The built console: ${base}index.html?gmsScenario=CHAT-NOW&visitID=4F2A9C1B7D3E4A5F8B6C0D1E2F3A4B5C&pageID=0A1B2C3D4E5F60718293A4B5C6D7E8F9`,
);
console.log(`Its GMS, the simulator: ${gms.url}/genesys`);

/** @returns {readonly string[]} */
function hostOrigins() {
  try {
    return JSON.parse(readFileSync('dist/config.json', 'utf8')).hostOrigins ?? [];
  } catch {
    // the console itself says what is wrong with the file
    return [];
  }
}
