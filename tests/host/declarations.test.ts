import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { declarations } from '../../vite/hostScripts.ts';

const TSC = path.resolve('node_modules/.bin/tsc');

const PAGE = `
import { attach, invite, open } from './launcher.mjs';
const chat = open({ scenario: 'CHAT-NOW', userData: { a: 'b' }, lang: undefined });
chat.on('agent', ({ action, name }) => { const text: string = action + name; void text; });
void invite({ type: 'both', timeout: 30 }).then((result) => result === 'accept');
attach();
window.GmsChat?.open();
// @ts-expect-error no such mode
open({ mode: 'tab' });
// @ts-expect-error no such event
chat.on('joined', () => undefined);
`;

test('a page in TypeScript can use launcher.d.mts as it is, in the strictest settings', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gms-chat-types-'));
  await writeFile(path.join(folder, 'launcher.d.mts'), await declarations('.'));
  await writeFile(path.join(folder, 'page.mts'), PAGE);
  const options = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--module', 'nodenext'];
  const run = promisify(execFile)(TSC, [...options, '--lib', 'es2022,dom', 'page.mts'], { cwd: folder });
  // the complaints of a compiler that is not content are in the error that it ends with
  expect(await run.catch((error: unknown) => error)).toMatchObject({ stdout: '' });
  await rm(folder, { recursive: true });
}, 30_000);
