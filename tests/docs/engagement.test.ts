import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { setUpInvitations } from '../../src/mocks/setUpInvitations.ts';
import type { Resource } from '../../src/simulator/engagement/engagement.ts';
import { decideEngagement } from '../../src/simulator/engagement/strategy.ts';
import { PAGE, SEED_NOTIFICATION, VISIT } from '../fixtures/engagementExamples.ts';

/** What an administrator copies out of docs/engagement.md is what the tests send. */
const docs = readFileSync('docs/engagement.md', 'utf8');
const shipped = readFileSync('public/inviteGMS.html', 'utf8').trim();

const blocks = (language: string): readonly string[] =>
  [...docs.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, code = '']) => code.trim());

const notifications = blocks('js')
  .filter((code) => code.startsWith('var notification_message'))
  .map((code) => runInNewContext(`${code} notification_message`, { event: { pageID: PAGE } }) as unknown);

const sentFor = (eventName: string): unknown =>
  decideEngagement(
    { visitID: VISIT, pages: [], events: [], invitations: 0, results: [] },
    { eventName, visitID: VISIT, pageID: PAGE, url: '', data: {} },
  );

test('the notification of the guide is the one of the owner’s document, and what the strategy of the tests sends', () => {
  // the sandbox has arrays of its own
  expect(JSON.parse(JSON.stringify(notifications))).toEqual([SEED_NOTIFICATION, sentFor('CallbackInterest')]);
  expect(sentFor('ChatInterest')).toEqual(SEED_NOTIFICATION);
});

test('the invitations of the guide are those that the tests put on the server', () => {
  const placed: string[] = [];
  const gwe = { place: (_path: string, { body }: Resource) => void placed.push(body.trim()) };
  setUpInvitations(gwe, shipped, 'https://chat.example.com/console/invite.js');
  expect(placed).toHaveLength(2);
  expect(blocks('html')).toEqual(expect.arrayContaining(placed));
});

test('every attribute of the guide is an option of the invitation', () => {
  const options = readFileSync('src/host/invite/fragmentOptions.ts', 'utf8');
  const named = [...docs.matchAll(/data-([a-z]+(?:-[a-z]+)*)(?==|`)/g)].map(([, name = '']) => name);
  const known = new Set(named.filter((name) => name !== 'gms-invite').map(camelCase));
  for (const name of known) expect(options, name).toMatch(new RegExp(`'${name}'|\\b${name}\\b`));
  expect(known.size).toBeGreaterThan(10);
});

test('the curl of the guide sends a notification that the service accepts', () => {
  const body = /-d '([^']+)'/.exec(docs)?.[1] ?? '';
  expect(JSON.parse(body.replace('PAGE_ID', PAGE))).toEqual(SEED_NOTIFICATION);
});

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
