import { describe, expect, test } from 'vitest';
import type { Words } from '../../src/i18n/catalogue.ts';
import { loadCallCatalogue, loadCatalogue } from '../../src/i18n/loadCatalogue.ts';
import { callsDe } from '../../src/i18n/messages/callsDe.ts';
import { callsEn } from '../../src/i18n/messages/callsEn.ts';
import { extrasDe } from '../../src/i18n/messages/extrasDe.ts';
import { extrasEn } from '../../src/i18n/messages/extrasEn.ts';
import { loadExtraCatalogue } from '../../src/i18n/loadExtraCatalogue.ts';
import { de } from '../../src/i18n/messages/de.ts';
import { en } from '../../src/i18n/messages/en.ts';
import { createTranslator, unknownTexts } from '../../src/i18n/translator.ts';
import { VISITOR_WORD } from '../../src/i18n/visitorWord.ts';

const t = createTranslator({ locale: 'en', region: 'en-GB', messages: en });
const AT = new Date(2026, 10, 22, 14, 3).getTime();

describe('a translator', () => {
  test('puts values into a text', () => {
    expect(t('notice.changed', { before: 'Maria', after: 'Jonas' })).toBe('Maria left, Jonas joined');
  });

  test('chooses the form by how many there are, and writes numbers as the visitor does', () => {
    expect(t('transcript.new', { count: 1 })).toBe('1 new message');
    expect(t('transcript.new', { count: 1200 })).toBe('1,200 new messages');
    const german = createTranslator({ locale: 'de', messages: de });
    expect(german('transcript.new', { count: 1200 })).toBe('1.200 neue Nachrichten');
  });

  test('never reads a value as a text of its own', () => {
    expect(t('notice.joined', { name: '{name} $& <b>' })).toBe('{name} $& <b> joined the chat');
  });

  test('tells our words from the values in them', () => {
    expect(t.parts('notice.left', { name: 'Maria' })).toEqual([
      { text: 'Maria', isValue: true },
      { text: ' left the chat', isValue: false },
    ]);
  });

  test('writes times as the region does', () => {
    expect(t.time(AT)).toBe('14:03');
    expect(createTranslator({ locale: 'en', region: 'en-US', messages: en }).time(AT)).toMatch(/^2:03\sPM$/);
    expect(createTranslator({ locale: 'de', messages: de }).day(AT)).toBe('Sonntag, 22. November');
  });

  test('prefers own wording, and takes it for both forms of a plural', () => {
    const own = createTranslator({
      locale: 'en',
      messages: en,
      overrides: { title: 'Nord', 'transcript.new': 'New: {count}' },
    });
    expect(own('title')).toBe('Nord');
    expect(own('transcript.new', { count: 1 })).toBe('New: 1');
  });

  test('takes in the words that come on demand, own wording included', () => {
    const own = createTranslator({ locale: 'en', messages: en, overrides: { 'form.startChat': 'Go' } });
    const all = own.withCalls(callsEn);
    expect([all('form.startChat'), all('form.callMeNow'), all('title')]).toEqual([
      'Go',
      'Call me now',
      'Customer care',
    ]);
  });

  test('is not misled by keys that every object has', () => {
    expect(unknownTexts({ constructor: 'x', title: 'y', titel: 'z' }, en)).toEqual(['constructor', 'titel']);
  });
});

describe('each language', () => {
  const placeholders = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
  const forms = (messages: Words, key: string) => {
    const message = messages[key] ?? '';
    return typeof message === 'string' ? [message] : [message.one, message.other];
  };
  const english: Words = { ...en, ...callsEn, ...extrasEn };
  const german: Words = { ...de, ...callsDe, ...extrasDe };

  test.each(Object.keys(english))('takes the same values for %s', (key) => {
    expect(forms(german, key).map(placeholders)).toEqual(forms(english, key).map(placeholders));
    for (const text of [...forms(english, key), ...forms(german, key)]) expect(text.trim()).not.toBe('');
  });

  test('has no word twice, at hand and on demand', () => {
    const keys = [en, callsEn, extrasEn].flatMap((words) => Object.keys(words));
    expect(keys).toHaveLength(new Set(keys).size);
  });

  test('speaks plainly: no exclamation marks, no "please wait"', () => {
    for (const messages of [english, german]) {
      for (const key of Object.keys(english))
        expect(forms(messages, key).join(' ')).not.toMatch(/!|please wait|bitte warten/i);
    }
  });

  test('calls a visitor without a name by the word that the start uses', () => {
    expect([en.nickname, de.nickname]).toEqual([VISITOR_WORD.en, VISITOR_WORD.de]);
  });

  test('can be loaded', async () => {
    expect(await loadCatalogue('en')).toEqual({ locale: 'en', messages: en });
    expect(await loadCatalogue('de')).toEqual({ locale: 'de', messages: de });
    expect(await loadCallCatalogue('en')).toBe(callsEn);
    expect(await loadCallCatalogue('de')).toBe(callsDe);
    expect(await loadExtraCatalogue('en')).toBe(extrasEn);
    expect(await loadExtraCatalogue('de')).toBe(extrasDe);
  });
});
