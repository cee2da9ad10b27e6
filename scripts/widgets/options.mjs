import { bayeuxBase, callbackPlace, chatPlace, filesBase, waitPlace } from './addresses.mjs';
import { flag, hours, NotPossible, number, text, texts } from './draft.mjs';
import {
  form,
  host,
  keepsSession,
  notNeeded,
  notPossible,
  same,
  timeout,
  translated,
  unless,
  userData,
} from './rules.mjs';

/**
 * What becomes of each option of Genesys Widgets 9. Source: features.md §4.1–4.3, genesys-widgets-observed.md.
 * @type {Readonly<Record<string, import('./rules.mjs').Rule>>}
 */
export const OPTIONS = {
  'webchat.apikey': same('apiKey', text),
  'webchat.dataURL': translated((value, draft) => {
    const { base, serviceName } = chatPlace(text(value));
    draft.set('gmsUrl', base);
    draft.set('chat.api', 'v2');
    draft.set('chat.serviceName', serviceName);
    return 'gmsUrl, chat.serviceName, chat.api "v2"';
  }),
  'webchat.endpoint': same('chat.endpoint', text),
  'webchat.enableCustomHeader': translated((value) =>
    flag(value) ? 'authorization, from main.header' : 'leave authorization out of config.json',
  ),
  'webchat.cometD.enabled': translated((value, draft) => {
    const isOn = flag(value);
    draft.set('chat.transport', isOn ? 'cometd' : 'polling');
    return `chat.transport "${isOn ? 'cometd' : 'polling'}"`;
  }),
  'webchat.cometD.cometURL': translated((value, draft) => {
    const address = text(value);
    const base = bayeuxBase(address);
    if (base === null) {
      draft.set('chat.cometdUrl', address);
      return 'chat.cometdUrl';
    }
    draft.set('gmsUrl', base);
    return 'gmsUrl: the Bayeux address follows from it';
  }),
  'webchat.cometD.channel': translated((value, draft) => {
    const [, serviceName] = /^\/service\/chatV2\/([^/]+)$/.exec(text(value)) ?? [];
    if (serviceName === undefined) throw new NotPossible('"/service/chatV2/{service}" was expected');
    draft.set('chat.api', 'v2');
    draft.set('chat.serviceName', serviceName);
    return 'chat.serviceName, chat.api "v2"';
  }),
  'webchat.cometD.apiURL': translated((value, draft) => {
    draft.set('gmsUrl', filesBase(text(value)));
    return 'gmsUrl: the address for files follows from it';
  }),
  'webchat.cometD.websocketEnabled': notNeeded('the console takes the connection that works'),
  'webchat.cometD.logLevel': notNeeded('the simulator’s panel and the network tab show what is sent'),
  'webchat.transport': notPossible('it names another product’s server; the console speaks GMS'),
  'webchat.userData': userData(),
  'webchat.markdown': same('chat.markdown', flag),
  'webchat.emojis': same('features.emoji', flag),
  'webchat.form': form('CHAT'),
  'webchat.formJSON': form('CHAT'),
  'webchat.uploadsEnabled': same('features.files', flag),
  'webchat.confirmFormCloseEnabled': notNeeded(
    'the browser asks before a window with typed answers is closed',
  ),
  'webchat.confirmCloseEnabled': notNeeded('the browser asks before a window with typed answers is closed'),
  'webchat.timeFormat': same('timeFormat', hours),
  'webchat.actionsMenu': notNeeded('the menu is always there: it holds "End chat"'),
  'webchat.maxMessageLength': same('chat.maxMessageLength', number),
  'webchat.charCountEnabled': notNeeded('the count shows when it begins to matter'),
  'webchat.autoInvite.enabled': host('call GmsChat.invite() when it is true'),
  'webchat.autoInvite.timeToInviteSeconds': host('the delay before GmsChat.invite()'),
  'webchat.autoInvite.inviteTimeoutSeconds': timeout(),
  'webchat.proactive.enabled': host('call GmsChat.invite() when it is true'),
  'webchat.proactive.idleTimer': host('the delay before GmsChat.invite()'),
  'webchat.proactive.cancelTimer': timeout(),
  'webchat.inviteOnRestoreTimeout': notPossible('an invitation comes once in a visit'),
  'webchat.chatButton.enabled': host('a button of the page that calls GmsChat.open()'),
  'webchat.chatButton.template': host('the button is the page’s own'),
  'webchat.chatButton.effect': notNeeded('the button is the page’s own'),
  'webchat.chatButton.openDelay': notNeeded('the button is the page’s own'),
  'webchat.chatButton.effectDuration': notNeeded('the button is the page’s own'),
  'webchat.chatButton.hideDuringInvite': notNeeded('the invitation covers nothing it would have to hide'),
  'webchat.async.enabled': same('chat.async.enabled', flag),
  'webchat.async.newMessageRestoreState': host('"full": handle.on("unread", () => handle.restore())'),
  'webchat.async.getSessionData': keepsSession('"session" of GmsChat.open()'),
  'webchat.async.setSessionData': keepsSession('handle.on("session", ({ data }) => …)'),
  'webchat.minimizeOnMobileRestore': notPossible('a chat that goes on is shown'),
  'webchat.ariaIdleAlertIntervals': notNeeded('the countdown is announced as it runs down'),
  'webchat.ariaCharRemainingIntervals': notNeeded('what is left is announced when it matters'),
  'webchat.ajaxTimeout': translated((value, draft) => {
    // ours covers the whole answer, theirs the wait for it
    const ms = Math.min(60_000, Math.max(1_000, Math.round(number(value))));
    draft.set('requestTimeout', ms);
    return `requestTimeout ${ms}`;
  }),
  'webchat.fileUploadTimeout': notNeeded('an upload shows its progress and can be cancelled'),
  'webchat.xhrFields': notPossible('cookies go along with Bayeux only'),
  'webchat.pollRateMin': same('chat.pollIntervalMin', number),
  'webchat.pollRateMax': same('chat.pollIntervalMax', number),
  'webchat.pollRateMult': notNeeded('1.2, as there'),
  'webchat.pollRateSleep': notNeeded('a hidden window asks less often by itself'),
  'webchat.sleepEnabled': notNeeded('a hidden window asks less often by itself'),
  'webchat.pollExceptionLimit': notNeeded('an outage is shown at once, with the time of the next attempt'),
  'webchat.restoreTimeout': notNeeded('GMS decides how long a chat can be taken up again'),
  'webchat.enableUrlTrailingSlash': notNeeded('GMS takes both forms'),

  'callback.apikey': same('apiKey', text),
  'callback.dataURL': translated((value, draft) => {
    const { base, serviceName } = callbackPlace(text(value));
    draft.set('serviceName', serviceName);
    draft.set('gmsUrl', base);
    return 'gmsUrl, serviceName';
  }),
  'callback.apiVersion': translated((value) => {
    if (value === 'v1') return 'version 1 is what the console speaks';
    throw new NotPossible('the console speaks version 1 of the callback service');
  }),
  'callback.serviceName': same('serviceName', text),
  'callback.callDirection': notNeeded('the scenario says who calls whom'),
  'callback.userData': userData(),
  'callback.countryCodes': notNeeded('the country can always be chosen'),
  'callback.immediateCallback': unless(['VOICE-NOW-USERTERM', 'VOICE-WAIT-USERTERM']),
  'callback.scheduledCallback': unless(['VOICE-SCHEDULED-USERTERM']),
  'callback.form': form('VOICE'),
  'callback.formJSON': form('VOICE'),
  'callback.formValidation': notNeeded('what is typed is always checked, with a hint how to mend it'),
  'callback.ewt.display': translated((value, draft) => {
    if (flag(value)) return 'told wherever waitingTime.queue is set';
    draft.tellsNoWait = true;
    return 'without waitingTime.queue nobody is asked';
  }),
  'callback.ewt.queue': same('waitingTime.queue', text),
  'callback.ewt.threshold': notPossible('the wait is told however long it is'),
  'callback.ewt.refreshInterval': notNeeded('asked for twice a minute'),
  'callback.ewt.immediateCallback': notPossible('a call can be asked for however long the wait is'),

  'stats.ewt.apikey': same('apiKey', text),
  'stats.ewt.dataURL': translated((value, draft) => {
    const { base, apiVersion } = waitPlace(text(value));
    draft.set('gmsUrl', base);
    draft.set('waitingTime.apiVersion', apiVersion);
    return 'gmsUrl, waitingTime.apiVersion';
  }),
  'stats.ewt.apiVersion': translated((value, draft) => {
    if (value !== 'v1' && value !== 'v2')
      throw new NotPossible('the console speaks versions 1 and 2 of the waiting-time service');
    draft.set('waitingTime.apiVersion', value);
    return 'waitingTime.apiVersion';
  }),
  'stats.ewt.mode': same('waitingTime.mode', text),
  'stats.ajaxTimeout': notNeeded('nobody waits for the answer: what is not told in time is not shown'),

  'main.lang': same('locale', text),
  'main.theme': translated((value, draft) => {
    const theme = text(value);
    if (theme !== 'dark' && theme !== 'light')
      throw new NotPossible(
        'only "light" and "dark" mean something here: set brand.accent and brand.logoUrl',
      );
    draft.set('brand.colorScheme', theme);
    return `brand.colorScheme "${theme}"`;
  }),
  'main.themes': notPossible('style classes of Genesys Widgets: set brand.accent and brand.logoUrl'),
  'main.customStylesheetID': notPossible(
    'style sheets of Genesys Widgets: set brand.accent and brand.logoUrl',
  ),
  'main.i18n': notPossible('give the language file to this command as a second file'),
  'main.header': translated((value, draft) => {
    const { Authorization, ...others } = texts(value).known;
    if (Authorization !== undefined) draft.set('authorization', Authorization);
    const lost = Object.keys(others).join(', ');
    if (lost !== '') throw new NotPossible(`only Authorization is sent, as by Genesys Widgets; not ${lost}`);
    return 'authorization';
  }),
  'main.preload': notNeeded('the console fetches what it needs'),
  'main.plugins': notNeeded('there are no plug-ins'),
  'main.mobileMode': notNeeded('it fits the window it is in'),
  'main.mobileModeBreakpoint': notNeeded('it fits the window it is in'),
  'main.timeFormat': same('timeFormat', hours),
  'main.debug': notNeeded('what is wrong with the configuration is said on localhost'),
  'main.downloadGoogleFont': notNeeded('nothing is fetched from anybody else'),
  'main.deploymentID': notNeeded('there are no cookies'),
  'main.cookieOptions': notNeeded('there are no cookies'),
  'main.onReady': host('handle.on("ready", …) of GmsChat.open()'),
};
