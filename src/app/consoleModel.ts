import type { Catalogue } from '../i18n/catalogue.ts';
import { pickRegion } from '../i18n/pickLocale.ts';
import { createTranslator } from '../i18n/translator.ts';
import type { Session } from '../session/createSession.ts';
import type { ConsoleModel, UiSettings } from '../ui/ConsoleModel.ts';
import { SHELL_SETTINGS } from '../ui/ConsoleModel.ts';
import type { Launch } from './launchSession.ts';
import { makeReference } from './makeReference.ts';

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

type Parts = Readonly<{
  page: Window;
  session: Session;
  launch: Launch;
  isStored: boolean;
  messages: Catalogue;
}>;

/** All that the screens are given: the session, the words, and what the configuration says of the looks. */
export function consoleModel({ page, session, launch, isStored, messages }: Parts): ConsoleModel {
  const { config, locale, problems } = launch;
  const overrides = config?.texts ?? {};
  const fromConfig: Partial<UiSettings> = config
    ? {
        brandTitle: config.brand.title ?? null,
        logoUrl: config.brand.logoUrl ?? null,
        features: config.features,
        allowedScenarios: config.allowedScenarios,
        maxMessageLength: config.chat.maxMessageLength,
        hasWaitingTime: Boolean(config.waitingTime.queue),
        privacyUrl: config.privacyUrl ?? null,
        imageOrigins: [new URL(config.gmsUrl, page.location.href).origin, ...config.chat.imageOrigins],
        // v1 has no place for what is being written
        chat: { ...config.chat, typingPreview: config.chat.typingPreview && config.chat.api === 'v2' },
      }
    : {};
  return {
    session,
    t: createTranslator({
      locale,
      messages,
      overrides,
      region: pickRegion(locale, page.navigator.languages, config?.timeFormat),
    }),
    settings: {
      ...SHELL_SETTINGS,
      ...fromConfig,
      isStored,
      reference: makeReference(session.getState().order),
      problems: LOCAL_HOSTS.includes(page.location.hostname) ? problems : [],
      isEmbedded: page.parent !== page,
    },
    loadCallbacks: launch.loadCallbacks,
    hostSlot: launch.hostSlot,
    loadFiles: launch.loadFiles,
  };
}
