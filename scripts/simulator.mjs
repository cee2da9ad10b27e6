// The simulated GMS over HTTP: `npm run simulator -- --port 8080 [--host 127.0.0.1] [--script friendly] [--base /genesys]`.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const USAGE = 'npm run simulator -- [--port 8080] [--host 127.0.0.1] [--script friendly] [--base /genesys]';

/**
 * The named exports of a TypeScript file of ours; Vite is what we have to run it with.
 * @param {string} path below src
 */
async function load(path) {
  const file = fileURLToPath(new URL(`../src/${path}`, import.meta.url));
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
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port must be 0 to 65535: ${values.port}`);
  if (!/^(\/[\w.~-]+)+$/.test(values.base))
    throw new Error(`--base must be a path such as /genesys: ${values.base}`);
  return { ...values, port };
}

async function main() {
  const options = readOptions();
  const { isScriptName, SCRIPT_NAMES } = await load('simulator/scripts/scripts.ts');
  if (!isScriptName(options.script)) throw new Error(`--script must be one of: ${SCRIPT_NAMES.join(', ')}`);
  const { startHttpGms } = await load('mocks/httpServer.ts');
  const { url } = await startHttpGms(options);
  console.log(
    `Simulated GMS at ${url}${options.base}: callback service, chat v1 and v2, Bayeux at ${options.base}/cometd, script "${options.script}". Control: ${url}/__simulator/`,
  );
}

main().catch((error) => {
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 1;
});
