import type { Log } from '../session/ports.ts';

/** Writes names and numbers to the browser's console; the port has no room for content. */
export const consoleLog: Log = {
  warn(name, facts) {
    console.warn(`[gms-chat] ${name}`, ...(facts ? [facts] : []));
  },
};
