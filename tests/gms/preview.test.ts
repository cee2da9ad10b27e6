import { beforeEach, describe, expect, test } from 'vitest';
import { createTransport } from '../../src/gms/createTransport.ts';
import type { ChatLine, ChatRef } from '../../src/session/ports.ts';
import { json, settings, startFakeGms } from './fakeGms.ts';
import { chatV1, chatV2 } from './orders.ts';
import { createTestClock } from './testClock.ts';

const gms = startFakeGms();
const { signal } = new AbortController();
const good = { statusCode: 0, chatEnded: false, messages: [] };
const tooLong = { statusCode: 2, chatEnded: false, messages: [], errors: [{ code: 204 }] };
let draft = '';

function lineOf(chat: ChatRef, isPreviewed = true): ChatLine {
  const preview = isPreviewed ? { preview: () => draft } : {};
  return createTransport('v2', { ...settings, ...preview }, createTestClock(), () => true).attach(chat);
}

async function refresh(line: ChatLine): Promise<void> {
  line.refreshNow();
  for await (const _ of line.listen(() => 7, signal)) return;
}

const previews = () => gms.requests.map(({ fields }) => fields['message']);

beforeEach(() => {
  draft = 'The Dec';
  gms.answer(() => json(good));
});

describe('what is being written', () => {
  test('goes along with every refresh and sign of typing, as it is at that moment', async () => {
    const line = lineOf(chatV2);
    await refresh(line);
    draft = '';
    await refresh(line);
    draft = 'The December';
    await line.signalTyping(true, signal);
    await line.signalTyping(false, signal);
    expect(previews()).toEqual(['The Dec', '', 'The December', 'The December']);
  });

  test('stays on the device unless the site asks for it', async () => {
    const line = lineOf(chatV2, false);
    await refresh(line);
    await line.signalTyping(true, signal);
    expect(previews()).toEqual([undefined, undefined]);
  });

  test('never goes over v1, where a refresh with words sends them', async () => {
    gms.answer(() => json({ chatIxnState: 'TRANSCRIPT', transcriptPosition: '7' }));
    const line = lineOf(chatV1);
    await refresh(line);
    await line.signalTyping(true, signal);
    expect(previews()).toEqual([undefined, undefined]);
  });

  test('that is too long for the server is left out until it is shorter, and the chat goes on (TV-45)', async () => {
    const line = lineOf(chatV2);
    draft = 'x'.repeat(9000);
    gms.answer(() => json(tooLong));
    await refresh(line);
    gms.answer(() => json(good));
    await refresh(line);
    draft = 'short';
    await refresh(line);
    expect(previews().map((words) => String(words).length)).toEqual([9000, 'undefined'.length, 5]);
  });
});
