import type { Log } from '../session/ports.ts';

/**
 * Writes names and numbers to the browser's console; the port has no room for content. In one line of text:
 * an object is cut short by consoles, and comes as `[object Object]` where their output is collected.
 */
export const consoleLog: Log = {
  warn(name, facts) {
    console.warn(`[gms-chat] ${name}${facts ? ` ${JSON.stringify(facts)}` : ''}`);
  },
};
