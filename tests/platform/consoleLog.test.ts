import { afterEach, expect, test, vi } from 'vitest';
import { consoleLog } from '../../src/platform/consoleLog.ts';

afterEach(() => vi.restoreAllMocks());

test('a warning is one line of text, with all its facts', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();

  consoleLog.warn('launch.scenario_refused', { length: 8, allowed: 'CHAT-NOW, CUSTOM' });
  consoleLog.warn('brand.not_loaded');

  expect(warn.mock.calls).toEqual([
    ['[gms-chat] launch.scenario_refused {"length":8,"allowed":"CHAT-NOW, CUSTOM"}'],
    ['[gms-chat] brand.not_loaded'],
  ]);
});
