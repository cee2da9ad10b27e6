import { expect, test } from 'vitest';
import { consoleModel } from '../../src/app/consoleModel.ts';
import { en } from '../../src/i18n/messages/en.ts';
import { readConfig } from '../../src/launch/consoleConfig.ts';
import { openScene } from './renderConsole.tsx';

/** What the screens are given for this configuration. */
function settingsFor(json: object) {
  const reading = readConfig(JSON.stringify(json));
  if (!reading.isValid) throw new Error('The configuration is not valid');
  const nobody = () => Promise.reject(new Error('Nobody is asked'));
  const launch = {
    locale: 'en',
    config: reading.config,
    json,
    problems: [],
    loadCallbacks: nobody,
    loadFiles: nobody,
  } as const;
  return consoleModel({ page: window, session: openScene().session, launch, isStored: true, messages: en })
    .settings;
}

test('that agents see what is being written is said only where it goes over the wire', () => {
  expect(settingsFor({ chat: { api: 'v2', typingPreview: true } }).chat.typingPreview).toBe(true);
  expect(settingsFor({ chat: { api: 'v1', typingPreview: true } }).chat.typingPreview).toBe(false);
  expect(settingsFor({ chat: { api: 'v2' } }).chat.typingPreview).toBe(false);
});
