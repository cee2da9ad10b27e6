import type { AttachData } from '../gms/attachData.ts';
import type { ConsoleConfig } from '../launch/configSchema.ts';
import { browserClock } from '../platform/browserClock.ts';
import type { Session } from '../session/createSession.ts';
import { gmsSettingsOf } from './connectGms.ts';

/** The way to attach data after the start; its code comes with the first use, which most chats never have. */
export function attachLater(page: Window, session: Session, config: ConsoleConfig): AttachData {
  return async (target, data, signal) => {
    const { createAttachData } = await import('../gms/attachData.ts');
    const settings = gmsSettingsOf(page, config, session.getState().order?.gmsUser ?? '', () => '');
    const attach = createAttachData(settings, browserClock, () => page.navigator.onLine);
    return attach(target, data, signal);
  };
}
