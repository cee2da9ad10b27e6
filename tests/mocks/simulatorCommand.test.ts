import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../scripts/simulator.mjs', import.meta.url));

function run(...args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function textAt(url: string): Promise<string> {
  return (await fetch(url)).text();
}

test('the command says in one line where it serves what, and serves it', async () => {
  const child = run(
    ...'--port 0 --script echo --base /gms --console https://chat.example/console/'.split(' '),
  );
  try {
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    expect(line).toMatch(/^Simulated GMS at http:\/\/127\.0\.0\.1:\d+\/gms: .*"echo".*\n$/);
    const url = /http:\S+\/gms/.exec(String(line))?.[0] ?? '';
    const reply = await fetch(`${url}/2/chat/x`, {
      method: 'POST',
      body: new URLSearchParams({ nickname: 'Mira' }),
    });
    expect(await reply.json()).toMatchObject({ statusCode: 0, nextPosition: 3 });
    const server = url.replace('/gms', '/server');
    expect(await textAt(`${server}/resources/js/build/GPE.min.js`)).toContain('notificationMessage');
    expect(await textAt(`${server}/api/resources/v1/inviteGMS.html`)).toContain(
      'src="https://chat.example/console/invite.js"',
    );
    const handshake = { channel: '/meta/handshake', id: '1', version: '1.0', supportedConnectionTypes: [] };
    const bayeux = await fetch(`${url}/cometd`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://shop.example' },
      body: JSON.stringify([handshake]),
    });
    expect(bayeux.headers.get('set-cookie')).toMatch(/^BAYEUX_BROWSER=/);
    expect(bayeux.headers.get('access-control-allow-credentials')).toBe('true');
    expect(await bayeux.json()).toMatchObject([{ channel: '/meta/handshake', successful: true }]);
  } finally {
    child.kill();
  }
});

test('a client that follows the addresses in answers as they are gets to its chat', async () => {
  const port = String(await freePort());
  const child = run('--port', port);
  try {
    await once(child.stdout, 'data');
    const start = await fetch(`http://127.0.0.1:${port}/genesys/1/service/callback/samples_new`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', gms_user: 'curl' },
      body: JSON.stringify({ _media_type: 'chat' }),
    });
    const { _start_chat_url: address } = await start.json();
    const created = await fetch(address, { method: 'POST', headers: { gms_user: 'curl' } });
    expect(await created.json()).toHaveProperty('chatSessionId');
  } finally {
    child.kill();
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test.each([
  [['--port', 'x'], /^--port must be 0 to 65535: x\n/],
  [['--script', 'hamlet'], /^--script must be one of: friendly, /],
  [['--base', 'genesys'], /^--base must be a path such as \/genesys: genesys\n/],
  [['--console', 'here'], /^--console must be the address of a console's folder: here\n/],
  [['--bogus'], /--bogus/],
])('wrong arguments %j end it with a line that says why, and how to call it', async (args, reason) => {
  const child = run(...args);
  const [problem, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(code).toBe(1);
  expect(problem).toMatch(reason);
  expect(problem).toContain('npm run simulator -- [--port 8080]');
});
