import type { Catalogue } from '../i18n/catalogue.ts';
import { unknownTexts } from '../i18n/translator.ts';
import { configAdvice } from '../launch/configAdvice.ts';
import { consoleLog } from '../platform/consoleLog.ts';
import type { Session } from '../session/createSession.ts';
import { adviseOnStart } from './adviseOnStart.ts';
import type { Launch } from './launchSession.ts';

/**
 * Tells integrators of keys that nobody reads, and of a start that failed. Own wording may be for words that are not
 * loaded yet: they are then.
 */
export async function adviseIntegrator(
  session: Session,
  { config, json, locale }: Launch,
  messages: Catalogue,
): Promise<void> {
  adviseOnStart(session, consoleLog);
  for (const advice of configAdvice(json)) consoleLog.warn(`config.json, ${advice}`);
  const texts = config?.texts ?? {};
  if (unknownTexts(texts, messages).length === 0) return;
  const { adviseOnTexts } = await import('./adviseOnTexts.ts');
  for (const key of await adviseOnTexts(texts, messages, locale)) {
    consoleLog.warn(`config.json, texts.${key}: unknown key`);
  }
}
