// The simulated GMS over HTTP, with Web Engagement beside it:
// `npm run simulator -- --port 8080 [--host 127.0.0.1] [--script friendly] [--base /genesys] [--console URL]`.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const USAGE =
  'npm run simulator -- [--port 8080] [--host 127.0.0.1] [--script friendly] [--base /genesys] [--console URL]';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The named exports of a TypeScript file of ours; Vite is what we have to run it with.
 * @param {string} path from the root
 */
async function load(path) {
  const file = join(ROOT, path);
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'error' });
  return module;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
      script: { type: 'string', default: 'friendly' },
      base: { type: 'string', default: '/genesys' },
      console: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port must be 0 to 65535: ${values.port}`);
  if (!/^(\/[\w.~-]+)+$/.test(values.base))
    throw new Error(`--base must be a path such as /genesys: ${values.base}`);
  if (values.console !== undefined && !URL.canParse(values.console))
    throw new Error(`--console must be the address of a console's folder: ${values.console}`);
  return { ...values, port };
}

/**
 * Puts on Web Engagement's server what an administrator would: the tracker, and the invitations of a console.
 * @param {{ place(path: string, file: { type: string, body: string }): void }} gwe
 * @param {string | undefined} consoleUrl
 */
async function setUpEngagement(gwe, consoleUrl) {
  const { bundleScript } = await load('vite/bundleScript.ts');
  const tracker = await bundleScript(join(ROOT, 'src/tracker/gpe.ts'));
  gwe.place('/resources/js/build/GPE.min.js', { type: 'text/javascript', body: tracker });
  if (consoleUrl === undefined) return;
  const { setUpInvitations } = await load('src/mocks/setUpInvitations.ts');
  const shipped = await readFile(join(ROOT, 'public/inviteGMS.html'), 'utf8');
  setUpInvitations(gwe, shipped, new URL('invite.js', consoleUrl).href);
}

async function main() {
  const options = readOptions();
  const { isScriptName, SCRIPT_NAMES } = await load('src/simulator/scripts/scripts.ts');
  if (!isScriptName(options.script)) throw new Error(`--script must be one of: ${SCRIPT_NAMES.join(', ')}`);
  const { startHttpGms } = await load('src/mocks/httpServer.ts');
  // clients that follow an address as it is given must get somewhere; which port 0 will be is not known yet
  const publicUrl = options.port > 0 ? { publicUrl: `http://${options.host}:${options.port}` } : {};
  const { url, gwe } = await startHttpGms({ ...options, ...publicUrl });
  await setUpEngagement(gwe, options.console);
  console.log(
    `Simulated GMS at ${url}${options.base}: callback service, chat v1 and v2, Bayeux at ${options.base}/cometd, script "${options.script}". Web Engagement at ${url}/server. Control: ${url}/__simulator/`,
  );
}

main().catch((error) => {
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 1;
});
