/**
 * A defect that somebody could make: `find` stands once in `file` and becomes `replace`, and then one of `tests` fails.
 * @typedef {object} Mutant
 * @property {string} name
 * @property {string} file
 * @property {string} find
 * @property {string} replace
 * @property {'unit' | 'browser'} project
 * @property {readonly string[]} tests
 */

/** @type {readonly Mutant[]} The defects that the sample, and chats like it, really had. Source: issue 5. */
export const PLANTED = [
  {
    name: 'a poll overlaps with the one before',
    file: 'src/gms/pollTranscript.ts',
    find: 'await refresh(asked, signal).catch(',
    replace:
      'await Promise.race([refresh(asked, signal), clock.sleep(pause, signal).then(() => ({ events: [] }))]).catch(',
    project: 'unit',
    tests: ['tests/gms/pollTranscript.test.ts'],
  },
  {
    name: 'a message is sent again blindly',
    file: 'src/session/phases/sending.ts',
    find: 'outbox: doubted(state.outbox, key, at) }',
    replace: "outbox: change(state.outbox, key, { state: 'queued' }) }",
    project: 'unit',
    tests: ['tests/faults/sending.test.ts'],
  },
  {
    name: 'a new alias is not taken over',
    file: 'src/gms/chatV2/chatBatch.ts',
    find: 'alias: reply.alias || known.alias',
    replace: 'alias: known.alias || reply.alias',
    project: 'unit',
    tests: ['tests/gms/chatV2.test.ts', 'tests/faults/life.test.ts'],
  },
  {
    name: '`chatEnded` is compared loosely',
    file: 'src/gms/lenient.ts',
    find: "typeof value === 'boolean' ? value : undefined",
    replace: 'value === undefined ? undefined : Boolean(value)',
    project: 'unit',
    tests: ['tests/gms/chatV2.test.ts'],
  },
  {
    name: 'a message to the host goes to any origin',
    file: 'src/host/hostChannel.ts',
    find: "postMessage(envelope({ type: 'hello' }), origin)",
    replace: "postMessage(envelope({ type: 'hello' }), '*')",
    project: 'unit',
    tests: ['tests/host/hostChannel.test.ts'],
  },
  {
    name: 'history is announced',
    file: 'src/ui/parts/arrivals.ts',
    find: 'if (isHistory || missing <= 0)',
    replace: 'if (missing <= 0)',
    project: 'unit',
    tests: ['tests/ui/arrivals.test.ts'],
  },
  {
    name: 'the record outlives its tab, in localStorage',
    file: 'src/platform/sessionRecord.ts',
    find: 'sessionStorage.setItem(',
    replace: 'localStorage.setItem(',
    project: 'unit',
    tests: ['tests/platform/sessionRecord.test.ts'],
  },
  {
    name: 'the waits of an outage have no jitter',
    file: 'src/session/phases/retryDelay.ts',
    find: 'Math.round(delay / 2 + (delay / 2) * jitter)',
    replace: 'Math.round(delay)',
    project: 'unit',
    tests: ['tests/session/link.test.ts', 'tests/session/outage.test.ts'],
  },
  {
    name: 'the waits of an outage grow to a minute',
    file: 'src/session/phases/retryDelay.ts',
    find: 'LONGEST_RETRY_MS = 10_000',
    replace: 'LONGEST_RETRY_MS = 60_000',
    project: 'unit',
    tests: ['tests/session/link.test.ts', 'tests/session/outage.test.ts'],
  },
  {
    name: 'messages are ordered by time',
    file: 'src/session/transcript.ts',
    find: '(entries[place - 1]?.index ?? 0) > entry.index',
    replace: '(entries[place - 1]?.at ?? 0) > (entry.at ?? Infinity)',
    project: 'unit',
    tests: ['tests/session/conversation.test.ts'],
  },
  {
    name: 'an index is taken from the length of the answer',
    file: 'src/gms/chatV1/decodeTranscriptRows.ts',
    find: '(position ?? 0) - (rows.length - 1) + place',
    replace: 'rows.length - (rows.length - 1) + place',
    project: 'unit',
    tests: ['tests/gms/chatV1.test.ts'],
  },
  {
    name: 'text is added to a number',
    file: 'src/gms/chatV2/chatV2Line.ts',
    find: 'transcriptPosition: String(position + 1)',
    replace: "transcriptPosition: String(position) + '1'",
    project: 'unit',
    tests: ['tests/gms/chatV2.test.ts'],
  },
  {
    name: 'a 403 is tried again',
    file: 'src/session/failure.ts',
    find: "unauthorised: { send: 'refused', listen: 'doubt' }",
    replace: "unauthorised: { send: 'later', listen: 'retry' }",
    project: 'unit',
    tests: ['tests/faults/sending.test.ts'],
  },
  {
    name: 'what arrives takes the focus',
    file: 'src/ui/announcer/Announcer.tsx',
    find: 'sayPolitely(politeSayings(t, before, after));',
    replace: "sayPolitely(politeSayings(t, before, after)); document.querySelector('textarea')?.focus();",
    project: 'browser',
    tests: ['tests/ui/composer.test.tsx'],
  },
  {
    name: 'texts are markup in the view for printing',
    file: 'src/ui/saving/savedWebPage.ts',
    find: 'made.textContent = text',
    replace: 'made.innerHTML = text',
    project: 'browser',
    tests: ['tests/ui/saving.test.tsx'],
  },
];
