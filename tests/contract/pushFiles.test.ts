import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFileApi } from '../../src/gms/files/createFileApi.ts';
import type { SendForm } from '../../src/gms/files/sendForm.ts';
import type { HttpGms } from '../../src/mocks/httpServer.ts';
import { startHttpGms } from '../../src/mocks/httpServer.ts';
import { browserClock } from '../../src/platform/browserClock.ts';
import { settings } from '../gms/fakeGms.ts';
import { connect, LEGS } from './support/legs.ts';
import type { Reader } from './support/reader.ts';
import { open, read } from './support/reader.ts';

/** Files of a chat that is pushed, on a server where the address of the chat knows nothing of it. */
let gms: HttpGms;
let reader: Reader | null = null;

beforeEach(async () => {
  gms = await startHttpGms({ port: 0, script: 'quiet', quirks: ['own-ids'] });
});
afterEach(async () => {
  reader?.stop();
  await gms.close();
});

/** Node has no XMLHttpRequest that knows forms. */
const sendByFetch: SendForm = (url, { headers, body, signal }) =>
  fetch(url, { method: 'POST', headers, body, signal });

const eventually = <Value>(look: () => Value) => vi.waitFor(look, { timeout: 4_000, interval: 10 });

test.each(LEGS.filter(({ api }) => api === 'v2'))(
  '$name: a file is sent, told of under its id, brought back and removed',
  async (leg) => {
    const client = await connect(leg, gms.url);
    const opened = await open(leg, client);
    reader = read(client.transport, opened);
    const { events } = reader;
    await eventually(() => expect(events.some(({ from }) => from.role === 'agent')).toBe(true));
    const files = createFileApi(
      { ...settings, base: `${gms.url}/genesys` },
      browserClock,
      () => true,
      sendByFetch,
    );
    const { signal } = new AbortController();
    const { chat } = opened;
    if (chat.api !== 'v2') throw new Error('Only v2 has files');
    expect(await files.limits(chat, signal)).toMatchObject({ maxFiles: 3, usedFiles: 0 });
    const fileId = await files.upload(chat, new File(['%PDF-1.4'], 'plan.pdf'), () => undefined, signal);
    reader.line.refreshNow();
    await eventually(() =>
      expect(events).toContainEqual(expect.objectContaining({ type: 'fileShared', fileId })),
    );
    expect(await (await files.download(chat, fileId, signal)).text()).toBe('%PDF-1.4');
    await files.remove(chat, fileId, signal);
    reader.line.refreshNow();
    await eventually(() =>
      expect(events).toContainEqual(expect.objectContaining({ type: 'fileRemoved', fileId })),
    );
  },
);
