import { expect, test } from 'vitest';
import { consoleAddress } from '../../src/host/launcher/consoleAddress.ts';

const base = new URL('https://chat.example/console/?skin=blue&visitID=old#top');

test('the console keeps its own query and fragment, and nothing is in there twice', () => {
  const address = consoleAddress(base, { scenario: 'CHAT-NOW', lang: 'de' }, { visitID: 'V', pageID: 'P' });
  expect(address.href).toBe(
    'https://chat.example/console/?skin=blue&visitID=V&gmsScenario=CHAT-NOW&pageID=P&lang=de&proactive=false#top',
  );
});

test('what is personal is in no address', () => {
  const options = { customer: { firstName: 'Ines' }, userData: { Contract: '4711' }, proactive: true };
  expect(consoleAddress(base, options, {}).search).toBe('?skin=blue&visitID=old&proactive=true');
});
