import { expect, test } from 'vitest';
import { convert } from '../../scripts/widgets/convert.mjs';
import { OPTIONS } from '../../scripts/widgets/options.mjs';
import { readWidgets } from '../../scripts/widgets/readWidgets.mjs';
import { table } from '../../scripts/widgets/table.mjs';
import { isLanguageFile } from '../../scripts/widgets/textsOf.mjs';
import { WORDS } from '../../scripts/widgets/words.mjs';
import { callsEn } from '../../src/i18n/messages/callsEn.ts';
import { en } from '../../src/i18n/messages/en.ts';
import { readConfig } from '../../src/launch/consoleConfig.ts';

const PAGE = `
  if (!window._genesys) window._genesys = {};
  if (!window._genesys.widgets) window._genesys.widgets = {};
  _genesys.widgets.main = { theme: "dark", lang: 'de', onReady: function () { alert('ran') } };
  _genesys.widgets["webchat"] = {
    apikey: 'n3ko' + 'key', emojis: !0, uploadsEnabled: false, ajaxTimeout: 250,
    dataURL: \`https://gms.bluehill.example/genesys/2/chat/loans\`,
    userData: { branch: 'north', seat: 7, when: new Date() },
    form: { inputs: [{ name: 'firstname' }, { name: 'email' }, { name: 'order_no' }] },
    autoInvite: { enabled: true, inviteTimeoutSeconds: 45 },
  };
  window._genesys.widgets.callback = {
    dataURL: 'https://gms.bluehill.example/genesys/1/service/callback/loans-call', immediateCallback: false,
  };
`;

test('reads a page script without running it, whatever way it assigns', () => {
  const widgets = readWidgets(PAGE);
  expect(widgets['webchat']).toMatchObject({ apikey: 'n3kokey', emojis: true });
  expect(widgets['main']).toMatchObject({ onReady: { kind: 'a function' } });
});

test.each([
  ['JSON of the widgets', '{"webchat":{"emojis":true}}'],
  ['JSON of what is above them', '{"_genesys":{"widgets":{"webchat":{"emojis":true}}}}'],
  ['an object literal', '{ widgets: { webchat: { emojis: true } } };'],
  ['a file with a byte order mark', '\uFEFF{"webchat":{"emojis":true}}'],
  ['a variable', 'var _genesys = { widgets: { webchat: { emojis: true } } }'],
])('reads %s', (_, text) => {
  expect(readWidgets(text)).toEqual({ webchat: { emojis: true } });
});

test('says what is wrong with a file that holds no options', () => {
  expect(() => readWidgets('{ not js')).toThrow('neither JSON nor JavaScript');
  expect(() => readWidgets('var other = 1;')).toThrow('no _genesys.widgets');
});

test('a name such as __proto__ stays a name', () => {
  const widgets = readWidgets('{"webchat":{"userData":{"__proto__":{"polluted":"yes"}}}}');
  expect(Object.hasOwn(widgets, 'webchat')).toBe(true);
  expect({}).not.toHaveProperty('polluted');
});

test('writes a configuration that the console accepts', async () => {
  const { config, invitation } = await convert(readWidgets(PAGE), []);
  expect(config).toMatchObject({
    apiKey: 'n3kokey',
    gmsUrl: 'https://gms.bluehill.example/genesys',
    serviceName: 'loans-call',
    chat: { api: 'v2', serviceName: 'loans' },
    requestTimeout: 1_000,
    locale: 'de',
    brand: { colorScheme: 'dark' },
    features: { emoji: true, files: false },
    userData: { branch: 'north', seat: '7' },
    askFor: { CHAT: ['firstName', 'email'] },
  });
  expect(config).toMatchObject({ allowedScenarios: expect.not.arrayContaining(['VOICE-WAIT-USERTERM']) });
  expect(invitation).toEqual({ timeout: 45 });
  expect(readConfig(JSON.stringify(config)).isValid).toBe(true);
});

test('the wait of a queue comes over, unless the page does not tell it', async () => {
  const stats = '"stats":{"ewt":{"dataURL":"https://gms.example/genesys/2/ewt","mode":"ewt1"}}';
  const page = (display: boolean) =>
    readWidgets(`{${stats},"callback":{"ewt":{"display":${display},"queue":"Loans"}}}`);
  const { config } = await convert(page(true), []);
  expect(config).toEqual({
    gmsUrl: 'https://gms.example/genesys',
    waitingTime: { apiVersion: 'v2', mode: 'ewt1', queue: 'Loans' },
  });
  expect((await convert(page(false), [])).config).toEqual({ gmsUrl: 'https://gms.example/genesys' });
});

test('names every option, and what could not be carried over', async () => {
  const { rows } = await convert(readWidgets(PAGE), []);
  const fateOf = (option: string) => rows.find((row) => row.option === option);
  expect(fateOf('webchat.apikey')).toMatchObject({ fate: 'taken over', note: 'apiKey' });
  expect(fateOf('webchat.userData')).toMatchObject({
    fate: 'not possible',
    note: expect.stringContaining('when'),
  });
  expect(fateOf('webchat.form')).toMatchObject({ note: expect.stringContaining('order_no') });
  expect(table(rows)).not.toContain('n3kokey');
});

test('takes over what a form knows in advance, and no empty words', async () => {
  const { config, rows } = await convert(
    readWidgets(
      "{ webchat: { form: { firstname: 'Ana', email: '' }, formJSON: { inputs: [{ name: 'email' }] } } }",
    ),
    [],
  );
  expect(config).toEqual({ customer: { firstName: 'Ana' }, askFor: { CHAT: ['email'] } });
  expect(rows.map(({ note }) => note)).toEqual(['customer, asks for no field by itself', 'askFor.CHAT']);
});

test('asynchronous chats keep their switch, and their hooks become the launcher’s', async () => {
  const page = `_genesys = { widgets: { webchat: { async: { enabled: true, newMessageRestoreState: 'full',
    getSessionData: function (data) { return load(); }, setSessionData(data) { save(data); } } } } };`;
  const { config, rows } = await convert(readWidgets(page), []);
  expect(config).toEqual({ chat: { async: { enabled: true, hostKeepsSession: true } } });
  expect(readConfig(JSON.stringify(config)).isValid).toBe(true);
  const notes = rows.map(({ option, fate, note }) => `${option}: ${fate}: ${note}`);
  expect(notes[0]).toBe('webchat.async.enabled: taken over: chat.async.enabled');
  expect(notes[1]).toContain('handle.restore()');
  expect(notes[2]).toContain('"session" of GmsChat.open()');
  expect(notes[3]).toContain('handle.on("session"');
});

test('takes a value out that the console would refuse, and says so', async () => {
  const { config, rows } = await convert(readWidgets('{"webchat":{"maxMessageLength":0,"emojis":true}}'), []);
  expect(config).toEqual({ chat: {}, features: { emoji: true } });
  expect(rows.at(-1)).toMatchObject({ fate: 'not possible', option: '→ chat.maxMessageLength' });
});

test('two options that want different things leave the choice to a person', async () => {
  const { rows } = await convert(readWidgets('{"webchat":{"apikey":"a"},"callback":{"apikey":"b"}}'), []);
  expect(rows.at(-1)).toMatchObject({
    option: 'callback.apikey',
    fate: 'not possible',
    note: expect.stringContaining('apiKey'),
  });
});

test('an option nobody knows is named as such', async () => {
  const { rows } = await convert(readWidgets('{"webchat":{"emojies":true},"cobrowse":{"src":"x"}}'), []);
  expect(rows.map(({ option, fate }) => `${option}: ${fate}`)).toEqual([
    'webchat.emojies: not possible',
    'cobrowse: not possible',
  ]);
});

test('the hours of their clock are taken over, as a number or as text', async () => {
  for (const written of ['24', '"24"']) {
    const { config } = await convert(readWidgets(`{"main":{"timeFormat":${written}}}`), []);
    expect(config).toMatchObject({ timeFormat: 24 });
  }
  const { rows } = await convert(readWidgets('{"webchat":{"timeFormat":"roman"}}'), []);
  expect(rows).toMatchObject([{ option: 'webchat.timeFormat', fate: 'not possible' }]);
});

test('the one header that they let through, and the end point, are taken over', async () => {
  const page =
    '{"webchat":{"enableCustomHeader":true,"endpoint":"Sales"},"main":{"header":{"Authorization":"Basic a","X-Own":"b"}}}';
  const { config, rows } = await convert(readWidgets(page), []);
  expect(config).toMatchObject({ authorization: 'Basic a', chat: { endpoint: 'Sales' } });
  expect(rows.find(({ option }) => option === 'main.header')).toMatchObject({
    fate: 'not possible',
    note: expect.stringContaining('not X-Own'),
  });
});

test('their words become ours, with their tokens in our spelling', async () => {
  const words = readWidgets(
    '{"de":{"webchat":{"ChatTitle":"Beratung","AgentTyping":"<%Agent%> schreibt","Errors":{"102":"Vorname?","ChatUnavailable":"<b>zu</b>"}}}}',
  );
  expect(isLanguageFile(words)).toBe(true);
  const { config, rows } = await convert(readWidgets(PAGE), [words]);
  expect(config).toMatchObject({
    texts: { title: 'Beratung', 'transcript.typing': '{name} schreibt', 'mistake.firstName': 'Vorname?' },
  });
  expect(rows.find(({ option }) => option === 'de.webchat.Errors.ChatUnavailable')).toMatchObject({
    fate: 'not possible',
  });
});

test('every word of theirs that is translated leads to one that we say', () => {
  const ours = Object.keys({ ...en, ...callsEn });
  expect(Object.values(WORDS).filter((key) => !ours.includes(key))).toEqual([]);
});

/** As the vendor documents them. */
const DOCUMENTED = [
  'webchat: apikey dataURL endpoint enableCustomHeader transport userData emojis form uploadsEnabled',
  'webchat: confirmFormCloseEnabled timeFormat actionsMenu maxMessageLength charCountEnabled',
  'webchat: inviteOnRestoreTimeout minimizeOnMobileRestore ariaIdleAlertIntervals',
  'webchat: ariaCharRemainingIntervals ajaxTimeout xhrFields pollExceptionLimit restoreTimeout',
  'webchat.cometD: enabled cometURL channel apiURL websocketEnabled logLevel',
  'webchat.autoInvite: enabled timeToInviteSeconds inviteTimeoutSeconds',
  'webchat.proactive: enabled idleTimer cancelTimer',
  'webchat.chatButton: enabled template effect openDelay effectDuration hideDuringInvite',
  'callback: apikey dataURL apiVersion serviceName callDirection userData countryCodes immediateCallback',
  'callback: scheduledCallback form formValidation',
  'callback.ewt: display queue threshold refreshInterval immediateCallback',
  'stats: ajaxTimeout',
  'stats.ewt: apikey dataURL apiVersion mode',
  'main: theme themes lang i18n header preload plugins mobileMode mobileModeBreakpoint timeFormat debug',
  'main: customStylesheetID downloadGoogleFont deploymentID cookieOptions onReady',
].flatMap((line) => {
  const [part = '', names = ''] = line.split(': ');
  return names.split(' ').map((name) => `${part}.${name}`);
});

test('every documented option of Genesys Widgets has an answer', () => {
  expect(DOCUMENTED.filter((option) => !Object.hasOwn(OPTIONS, option))).toEqual([]);
});
